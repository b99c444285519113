/**
 * The pages of provisions. Sections and paragraphs show their text; parts and the levels above them show their
 * contents.
 */
import { document } from '../../../schema/document.ts';
import { formatCitation, regulationId } from '../../model/citation.ts';
import { addressOf, citationIn, nameOf } from '../../view/address.ts';
import type { Ask, Asked } from '../ask.ts';
import { NEIGHBORHOOD_ON_DAY, PICTURE } from '../neighborhood.tsx';
import type { EntityPageRequest, PageKind } from '../page.ts';
import {
  CONTENTS,
  OUTLINE,
  PASSAGE,
  PROVISION_DOES,
  PROVISION_FACTS,
  PROVISION_TIME,
  PROVISION_VERSIONS,
  type ProvisionData,
} from '../provision/asked.ts';
import { provisionPage } from '../provision/page.tsx';
import { redlinePage } from '../redline/page.tsx';

/** Sections, paragraphs and appendices. */
const WITH_TEXT = document(
  `
query RegulationPage($citation: String!, $part: String!, $id: ID!, $asOf: Date) {
  regulation(citation: $citation, asOf: $asOf) { ...ProvisionFacts ...ProvisionTime ...ProvisionDoes ...ProvisionVersions }
  text: regulation(citation: $citation, asOf: $asOf) { passages { ...Passage } }
  part: regulation(citation: $part, asOf: $asOf) { ...Contents }
  ${NEIGHBORHOOD_ON_DAY}
}`,
  PROVISION_FACTS,
  PROVISION_TIME,
  PROVISION_DOES,
  PROVISION_VERSIONS,
  PASSAGE,
  CONTENTS,
  PICTURE,
);

/** Subparts and subject groups. */
const WITHIN_PART = document(
  `
query SubpartPage($citation: String!, $part: String!, $id: ID!, $asOf: Date) {
  regulation(citation: $citation, asOf: $asOf) { ...ProvisionFacts ...ProvisionTime ...ProvisionDoes ...Outline }
  part: regulation(citation: $part, asOf: $asOf) { ...Contents }
  ${NEIGHBORHOOD_ON_DAY}
}`,
  PROVISION_FACTS,
  PROVISION_TIME,
  PROVISION_DOES,
  OUTLINE,
  CONTENTS,
  PICTURE,
);

const PART = document(
  `
query PartPage($citation: String!, $id: ID!, $asOf: Date) {
  regulation(citation: $citation, asOf: $asOf) { ...ProvisionFacts ...ProvisionTime ...ProvisionDoes ...Outline }
  ${NEIGHBORHOOD_ON_DAY}
}`,
  PROVISION_FACTS,
  PROVISION_TIME,
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
  examples: [
    ...['45-CFR-171', '45-CFR-171-Subpart-B', '45-CFR'],
    ...['45-CFR-171?compare=2024-01-01', '45-CFR-171.203?compare=2024-01-01'],
  ],
  async answer(request) {
    const place = citationIn(request.name);
    if (place === null) return byId(request);
    const compare = request.given.get('compare');
    if (compare) return redlinePage(request, formatCitation(place), compare);
    const id = regulationId(place);
    if (nameOf(id) !== request.name) return { location: addressOf(id, request.asOf), forGood: true };
    const asked = await find(request, formatCitation(place));
    return asked ? provisionPage(asked, request.asOf, request.site) : byId(request);
  },
};

async function byId(request: EntityPageRequest) {
  const { name, asOf, site, ask } = request;
  const { data } = await ask(BY_ID, { id: `Regulation:${name}` });
  if (data.node === null || !('citation' in data.node)) return null;
  const asked = await find(request, data.node.citation);
  return asked && provisionPage(asked, asOf, site);
}

/** @param citation the citation of the provision that the request names by id */
async function find({ name, asOf, ask }: EntityPageRequest, citation: string): Promise<Asked<ProvisionData> | null> {
  const asked = await askFor(citation, { citation, id: `Regulation:${name}`, asOf }, ask);
  return asked.data.regulation === null ? null : asked;
}

function askFor(
  citation: string,
  given: { citation: string; id: string; asOf: string | null },
  ask: Ask,
): Promise<Asked<ProvisionData>> {
  const { title, part, section, appendix, ...inner } = citationIn(citation) ?? { title: 0, paragraphs: [] };
  if (title > 0 && part === undefined) return ask(ABOVE_PARTS, given);
  const withPart = { ...given, part: part === undefined ? citation : formatCitation({ title, part, paragraphs: [] }) };
  if (section !== undefined || appendix !== undefined) return ask(WITH_TEXT, withPart);
  return 'subpart' in inner || 'subjectGroup' in inner ? ask(WITHIN_PART, withPart) : ask(PART, given);
}
