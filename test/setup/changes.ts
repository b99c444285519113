import type { Graph } from '../../src/graph/connect.ts';
import { ask } from './ask.ts';

/** A change of a text. */
export interface Changed {
  kind: string;
  on: string;
  basis: string;
  before: string | null;
  after: string | null;
  subject: { label: string };
}
const TEXTS = ['ADDED', 'REMOVED', 'TEXT'];

/** All changes of texts in a period, page after page. */
export async function changesOf(
  graph: Graph,
  { kinds = TEXTS, ...period }: { within: string; from: string; to: string; kinds?: string[] },
): Promise<Changed[]> {
  const asked = `query ($from: Date!, $to: Date!, $within: String, $kinds: [ChangeKind!], $after: String) {
    changes(from: $from, to: $to, within: $within, kinds: $kinds, first: 50, after: $after) {
      pageInfo { hasNextPage endCursor } edges { node { kind on basis before after subject { label } } } } }`;
  const found: Changed[] = [];
  for (let after: string | null = null; ; ) {
    const { changes } = await ask(graph, asked, { ...period, kinds, after });
    found.push(...changes.edges.map(({ node }: { node: Changed }) => node));
    if (!changes.pageInfo.hasNextPage) return found;
    after = changes.pageInfo.endCursor;
  }
}
/** The sections among what changed. */
export const sectionsOf = (changes: readonly Changed[]) =>
  [...new Set(changes.map(({ subject }) => subject.label).filter((label) => /\d\.\d+[a-z]?$/.test(label)))].sort();
