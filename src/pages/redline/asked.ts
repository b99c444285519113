/** The GraphQL selections for redline pages. */
import { document, type ResultOf } from '../../../schema/document.ts';

/** What is known of a provision on a day. */
const KNOWN = document(`
fragment Known on Regulation {
  heading
  coverage { certainty inForce reason edition { name url } }
}`);

/** The known data about a provision on a day. */
export type KnownOnDay = ResultOf<typeof KNOWN>;

const PLACE = document(`
fragment ComparedPlace on Regulation {
  id
  citation
  level
  ancestors { id citation heading }
}`);

/** The provision whose texts are compared. */
export type ComparedPlace = ResultOf<typeof PLACE>;

/** The redline of a section, a paragraph, or an appendix. `$from` is the earlier day. */
export const REDLINE_OF_TEXT = document(
  `
query Redline($citation: String!, $from: Date!, $to: Date!) {
  place: regulation(citation: $citation) {
    ...ComparedPlace
    diff(from: $from, to: $to) { op text }
    versions { validFrom validFromBasis validTo validToBasis observedFrom observedTo }
  }
  earlier: regulation(citation: $citation, asOf: $from) { ...Known }
  later: regulation(citation: $citation, asOf: $to) { ...Known }
}`,
  PLACE,
  KNOWN,
);

/** The versions of a text, newest first. */
export type ComparedVersions = NonNullable<ResultOf<typeof REDLINE_OF_TEXT>['place']>['versions'];

/** The known data about a part or a division of a part. Its sections come from `SECTIONS_ON_DAY`. */
export const REDLINE_OF_DIVISION = document(
  `
query RedlineOfDivision($citation: String!, $from: Date!, $to: Date!) {
  place: regulation(citation: $citation) { ...ComparedPlace }
  earlier: regulation(citation: $citation, asOf: $from) { ...Known }
  later: regulation(citation: $citation, asOf: $to) { ...Known }
}`,
  PLACE,
  KNOWN,
);

/** The sections or the appendices of a division that are known to have existed on a day. */
export const SECTIONS_ON_DAY = document(`
query SectionsOnDay($within: String!, $day: Date!, $level: RegulationLevel!, $after: String) {
  regulations(within: $within, asOf: $day, level: $level, first: 100, after: $after) {
    pageInfo { hasNextPage endCursor }
    edges { node { id citation heading fullText coverage { certainty inForce } } }
  }
}`);

/** A page of such a list. */
export type SectionsOnDay = ResultOf<typeof SECTIONS_ON_DAY>['regulations'];

/** A section on a day. Its id ends with the date. */
export type SectionOnDay = NonNullable<SectionsOnDay>['edges'][number]['node'];

/** The known data about sections on the day on which they were not listed, by dated id. */
export const COVERAGES = document(`
query Coverages($ids: [ID!]!) {
  nodes(ids: $ids) { ... on Regulation { id coverage { certainty inForce reason } } }
}`);

/** The redlines of sections. */
export const REDLINES = document(`
query Redlines($ids: [ID!]!, $from: Date!, $to: Date!) {
  nodes(ids: $ids) { ... on Regulation { id diff(from: $from, to: $to) { op text } } }
}`);
