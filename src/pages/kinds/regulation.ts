/** The pages of the law: sections and paragraphs with their text, parts and what stands above them with what they contain. */
import { formatCitation, regulationId } from '../../model/citation.ts';
import { addressOf, citationIn, nameOf } from '../address.ts';
import { type Asked, question } from '../ask.ts';
import { PASSAGE } from '../law-text.ts';
import type { PageKind, PageRequest } from '../page.ts';
import { neighborhoodOf, PICTURE } from '../picture.ts';
import { ADOPTION, PROVISION } from '../pieces.ts';
import { type Answer, OUTLINE, PROVISION_DOES, PROVISION_FACTS } from '../provision/asked.ts';
import { provisionPage } from '../provision/page.ts';

interface Variables {
  citation: string;
  id: string;
  asOf?: string | undefined;
}

const NEIGHBORS = neighborhoodOf(', asOf: $asOf');

/** Sections, paragraphs and appendices. */
const WITH_TEXT = question<Answer, Variables>(
  `
query RegulationPage($citation: String!, $id: ID!, $asOf: Date) {
  regulation(citation: $citation, asOf: $asOf) { ...ProvisionFacts ...ProvisionDoes }
  text: regulation(citation: $citation, asOf: $asOf) { passages { ...Passage } }
  ${NEIGHBORS}
}`,
  ...[PROVISION_FACTS, PROVISION_DOES, PASSAGE, PROVISION, ADOPTION, PICTURE],
);

/** Parts and what they are divided in. */
const WITH_OUTLINE = question<Answer, Variables>(
  `
query PartPage($citation: String!, $id: ID!, $asOf: Date) {
  regulation(citation: $citation, asOf: $asOf) { ...ProvisionFacts ...ProvisionDoes ...Outline }
  ${NEIGHBORS}
}`,
  ...[PROVISION_FACTS, PROVISION_DOES, OUTLINE, PROVISION, ADOPTION, PICTURE],
);

/** What stands above parts. */
const ABOVE_PARTS = question<Answer, Variables>(
  `
query TitlePage($citation: String!, $id: ID!, $asOf: Date) {
  regulation(citation: $citation, asOf: $asOf) { ...ProvisionFacts ...Outline }
  ${NEIGHBORS}
}`,
  ...[PROVISION_FACTS, OUTLINE, PROVISION, PICTURE],
);

/** Some ids do not tell the citation: hyphens stand for blanks, and for hyphens. */
const BY_ID = question<{ node: { citation?: string } | null }, { id: string }>(`
query CitationOf($id: ID!) {
  node(id: $id) { ... on Regulation { citation } }
}`);

/** /regulation/45-CFR-171.203(a)(1), /regulation/45-CFR-171-Subpart-B?asOf=2026-01-01 */
export const regulation: PageKind = {
  kind: 'REGULATION',
  examples: ['45-CFR-171'],
  async answer(request) {
    const place = citationIn(request.name);
    if (place === null) return byId(request);
    const id = regulationId(place);
    if (nameOf(id) !== request.name) return { location: addressOf(id, request.asOf), forGood: true };
    const asked = await find(request, formatCitation(place));
    return asked ? provisionPage(asked, request.asOf) : byId(request);
  },
};

async function byId(request: PageRequest) {
  const { name, asOf, ask } = request;
  const { data } = await ask(BY_ID, { id: `Regulation:${name}` });
  if (data.node?.citation === undefined) return null;
  const asked = await find(request, data.node.citation);
  return asked && provisionPage(asked, asOf);
}

/** @param citation of the provision, whose id the request names */
async function find({ name, asOf, ask }: PageRequest, citation: string): Promise<Asked<Answer> | null> {
  const asked = await ask(documentFor(citation), { citation, id: `Regulation:${name}`, asOf: asOf ?? undefined });
  return asked.data.regulation === null ? null : asked;
}

function documentFor(citation: string) {
  const place = citationIn(citation);
  if (place?.section !== undefined || place?.appendix !== undefined) return WITH_TEXT;
  return place !== null && place.part === undefined ? ABOVE_PARTS : WITH_OUTLINE;
}
