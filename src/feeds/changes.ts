/** Reads the changes of the law from the API, for feeds and the command line. */
import { document, type ResultOf, type VariablesOf } from '../../schema/document.ts';
import { limitExceeded } from '../graph/errors.ts';
import type { Ask } from '../pages/ask.ts';

const CHANGES = document(`
query Changes($from: Date!, $to: Date!, $within: String, $kinds: [ChangeKind!], $after: String) {
  changes(from: $from, to: $to, within: $within, kinds: $kinds, first: 100, after: $after) {
    pageInfo { hasNextPage endCursor }
    totalCount
    coverage { certainty missing reason }
    edges {
      node {
        kind on basis before after
        subject { id label }
        regulation { id citation heading }
        amendments { citation rule { name citation } }
      }
    }
  }
}`);

type Changes = NonNullable<ResultOf<typeof CHANGES>['changes']>;

/** A change, as shown in feeds and on the command line. */
export type ToldChange = Changes['edges'][number]['node'];

/** Which changes to read. */
export type ChangesQuestion = Omit<VariablesOf<typeof CHANGES>, 'after'>;

/** The changes of a period, oldest first, and how complete they are. */
export interface ToldChanges {
  changes: ToldChange[];
  coverage: Changes['coverage'];
}

/** The most changes that are read at once. */
const MOST = 1_000;

/**
 * Reads all changes in a period, page by page.
 *
 * @throws GraphQLError LIMIT_EXCEEDED if there are more than a thousand changes; BAD_USER_INPUT for an invalid citation
 * or period
 */
export async function readChanges(ask: Ask, question: ChangesQuestion): Promise<ToldChanges> {
  const changes: ToldChange[] = [];
  for (let after: string | null = null; ; ) {
    const page: Changes | null = (await ask(CHANGES, { ...question, after })).data.changes;
    if (page === null) throw new Error('the API returned no changes and no error');
    if (page.totalCount > MOST) {
      throw limitExceeded(
        `changes: a feed can list at most ${MOST} changes, not ${page.totalCount}. Request a shorter period or a smaller part of the law.`,
      );
    }
    changes.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) return { changes, coverage: page.coverage };
    after = page.pageInfo.endCursor;
  }
}
