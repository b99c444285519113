/** The GraphQL selections of the page of changes. */
import { document, type ResultOf } from '../../../schema/document.ts';

/**
 * The changes, and the parts to which a reader can limit them. With `$last` and `$before`, the newest changes come
 * first.
 */
export const CHANGES_PAGE = document(`
query ChangesPage(
  $from: Date!, $to: Date!, $within: String, $kinds: [ChangeKind!]
  $first: Int, $after: String, $last: Int, $before: String
) {
  changes(
    from: $from, to: $to, within: $within, kinds: $kinds
    first: $first, after: $after, last: $last, before: $before
  ) {
    totalCount
    pageInfo { hasNextPage endCursor hasPreviousPage startCursor }
    coverage { certainty reason }
    edges {
      node {
        kind
        on
        basis
        before
        after
        diff { op text }
        subject { id label kind }
        regulation { id citation heading level }
        amendments { citation effectiveOn basis rule { id name citation } }
      }
    }
  }
  regulations(level: PART, first: 100) { edges { node { id citation heading } } }
}`);

/** A list of changes. */
export type FoundChanges = NonNullable<ResultOf<typeof CHANGES_PAGE>['changes']>;

/** A change in the list. */
export type FoundChange = FoundChanges['edges'][number]['node'];

/** A part of the imported law. */
export type FoundPart = NonNullable<ResultOf<typeof CHANGES_PAGE>['regulations']>['edges'][number]['node'];

/** Whether a day is a date of the law: one that the law, a note, or a rule states. */
export const isOfLaw = (basis: FoundChange['basis']): boolean => basis === 'STATED' || basis === 'EFFECTIVE_DATE';

/**
 * The basis of the date of a change. If an amendment that made the change took effect on this day, the day is a date of
 * the law, even if the change itself was only seen in an edition.
 */
export function basisOf({ on, basis, amendments }: FoundChange): FoundChange['basis'] {
  const effective = amendments.find((one) => one.effectiveOn === on && isOfLaw(one.basis));
  return basis === 'FIRST_SEEN' && effective ? effective.basis : basis;
}
