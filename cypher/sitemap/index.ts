import { type Statement, statement } from '../../src/graph/statement.ts';
import type { KindDescriptor } from '../../src/model/kinds/descriptor.ts';

/** The ids for the sitemap. Labels come from the descriptors of kinds. */
export const sitemap = {
  /** `skip` and `limit` are Cypher integers. */
  ids: statement<{ prefix: string; skip: unknown; limit: unknown }, { id: string }>('sitemap/ids'),
  /** One row with a count for each kind, from Neo4j's own counters. */
  counts: (kinds: readonly KindDescriptor[]): Statement<object, Readonly<Record<string, number>>> => ({
    name: 'sitemap/counts',
    text: `RETURN ${kinds.map(({ kind, label }) => `COUNT { (:${label}) } AS ${kind}`).join(', ')}`,
  }),
};
