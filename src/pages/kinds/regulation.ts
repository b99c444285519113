/** The pages of provisions: sections and paragraphs have their text, parts and the levels above them have their contents. */
import { document } from '../../../schema/document.ts';
import { formatCitation, regulationId } from '../../model/citation.ts';
import { addressOf, citationIn, nameOf } from '../address.ts';
import type { Asked } from '../ask.ts';
import { PASSAGE } from '../law-text.ts';
import type { EntityPageRequest, PageKind } from '../page.ts';
import { NEIGHBORHOOD_ON_DAY, PICTURE } from '../picture.ts';
import {
  OUTLINE,
  PROVISION_DOES,
  PROVISION_FACTS,
  PROVISION_VERSIONS,
  type ProvisionData,
} from '../provision/asked.ts';
import { provisionPage } from '../provision/page.ts';

/** Sections, paragraphs and appendices. */
const WITH_TEXT = document(
  `
query RegulationPage($citation: String!, $id: ID!, $asOf: Date) {
  regulation(citation: $citation, asOf: $asOf) { ...ProvisionFacts ...ProvisionDoes ...ProvisionVersions }
  text: regulation(citation: $citation, asOf: $asOf) { passages { ...Passage } }
  ${NEIGHBORHOOD_ON_DAY}
}`,
  PROVISION_FACTS,
  PROVISION_DOES,
  PROVISION_VERSIONS,
  PASSAGE,
  PICTURE,
);

/** Parts, subparts and subject groups. */
const WITH_OUTLINE = document(
  `
query PartPage($citation: String!, $id: ID!, $asOf: Date) {
  regulation(citation: $citation, asOf: $asOf) { ...ProvisionFacts ...ProvisionDoes ...Outline }
  ${NEIGHBORHOOD_ON_DAY}
}`,
  PROVISION_FACTS,
  PROVISION_DOES,
  OUTLINE,
  PICTURE,
);

/** The levels above parts. */
const ABOVE_PARTS = document(
  `
query TitlePage($citation: String!, $id: ID!, $asOf: Date) {
  regulation(citation: $citation, asOf: $asOf) { ...ProvisionFacts ...Outline }
  ${NEIGHBORHOOD_ON_DAY}
}`,
  PROVISION_FACTS,
  OUTLINE,
  PICTURE,
);

/** Finds the citation of an id that does not determine it, because hyphens stand for spaces and for hyphens. */
const BY_ID = document(`
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

async function byId(request: EntityPageRequest) {
  const { name, asOf, ask } = request;
  const { data } = await ask(BY_ID, { id: `Regulation:${name}` });
  if (data.node === null || !('citation' in data.node)) return null;
  const asked = await find(request, data.node.citation);
  return asked && provisionPage(asked, asOf);
}

/** @param citation the citation of the provision that the request names by id */
async function find({ name, asOf, ask }: EntityPageRequest, citation: string): Promise<Asked<ProvisionData> | null> {
  const asked = await ask(documentFor(citation), { citation, id: `Regulation:${name}`, asOf });
  return asked.data.regulation === null ? null : asked;
}

function documentFor(citation: string) {
  const place = citationIn(citation);
  if (place?.section !== undefined || place?.appendix !== undefined) return WITH_TEXT;
  return place !== null && place.part === undefined ? ABOVE_PARTS : WITH_OUTLINE;
}
