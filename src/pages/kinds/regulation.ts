/** The pages of the law: sections and paragraphs with their text, parts and what stands above them with what they contain. */
import { formatCitation, regulationId } from '../../model/citation.ts';
import { addressOf, citationIn, nameOf } from '../address.ts';
import { type Ask, type Asked, question } from '../ask.ts';
import { PASSAGE } from '../law-text.ts';
import type { PageKind, PageRequest } from '../page.ts';
import { NEIGHBORHOOD } from '../picture.ts';
import { ADOPTION, PROVISION } from '../pieces.ts';
import { type Answer, OUTLINE, PROVISION_FACTS, provisionPage } from '../provision-page.ts';

interface Variables {
  citation: string;
  asOf?: string | undefined;
}

const WITH_TEXT = question<Answer, Variables>(
  `
query RegulationPage($citation: String!, $asOf: Date) {
  regulation(citation: $citation, asOf: $asOf) { ...ProvisionFacts ...Neighborhood }
  text: regulation(citation: $citation, asOf: $asOf) { passages { ...Passage } }
}`,
  PROVISION_FACTS,
  PASSAGE,
  PROVISION,
  ADOPTION,
  NEIGHBORHOOD,
);

const WITH_OUTLINE = question<Answer, Variables>(
  `
query RegulationPage($citation: String!, $asOf: Date) {
  regulation(citation: $citation, asOf: $asOf) { ...ProvisionFacts ...Outline ...Neighborhood }
}`,
  PROVISION_FACTS,
  OUTLINE,
  PROVISION,
  ADOPTION,
  NEIGHBORHOOD,
);

/** Some ids do not tell the citation: hyphens stand for blanks, and for hyphens. */
const BY_ID = question<{ node: { citation?: string } | null }, { id: string }>(`
query CitationOf($id: ID!) {
  node(id: $id) { ... on Regulation { citation } }
}`);

/** /regulation/45-CFR-171.203(a)(1), /regulation/45-CFR-171-Subpart-B?asOf=2026-01-01 */
export const regulation: PageKind = {
  kind: 'REGULATION',
  examples: ['45-CFR-171.103', '45-CFR-171'],
  async answer(request) {
    const place = citationIn(request.name);
    if (place === null) return byId(request);
    const id = regulationId(place);
    if (nameOf(id) !== request.name) return { location: addressOf(id, request.asOf), forGood: true };
    const asked = await find(request.ask, formatCitation(place), request.asOf);
    return asked ? provisionPage(asked, request.asOf) : byId(request);
  },
};

async function byId({ name, asOf, ask }: PageRequest) {
  const { data } = await ask(BY_ID, { id: `Regulation:${name}` });
  if (data.node?.citation === undefined) return null;
  const asked = await find(ask, data.node.citation, asOf);
  return asked && provisionPage(asked, asOf);
}

async function find(ask: Ask, citation: string, asOf: string | null): Promise<Asked<Answer> | null> {
  const place = citationIn(citation);
  const hasText = place?.section !== undefined || place?.appendix !== undefined;
  const asked = await ask(hasText ? WITH_TEXT : WITH_OUTLINE, { citation, asOf: asOf ?? undefined });
  return asked.data.regulation === null ? null : asked;
}
