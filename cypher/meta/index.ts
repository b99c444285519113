import { statement } from '../../src/graph/statement.ts';
import { KINDS } from '../../src/model/kinds/index.ts';
import { RELATION_TYPES } from '../../src/model/relations.ts';
import { fragment, fragmentOf } from '../../src/plan/fragment.ts';

/** One row for each name, counted with Neo4j's own counters. */
const counted = (column: string, patterns: readonly (readonly [name: string, pattern: string])[]) =>
  `UNWIND [${patterns.map(([name, pattern]) => `{${column}: '${name}', count: COUNT { ${pattern} }}`).join(', ')}] AS node`;

/** The imports as `origin:sha256`, and the time of the last one in milliseconds since 1970, or null if the graph is empty. */
export interface LoadedRow {
  imports: string[];
  changedAt: number | null;
}

/** The graph as a whole. Labels and types come from the enums of `src/model`. */
export const meta = {
  about: fragment('meta/about'),
  loaded: statement<object, LoadedRow>('meta/loaded'),
  sources: fragment('meta/sources'),
  entities: fragmentOf(
    'meta/entities',
    counted(
      'kind',
      KINDS.map(({ kind, label }) => [kind, `(:${label})`]),
    ),
  ),
  relations: fragmentOf(
    'meta/relations',
    counted(
      'type',
      RELATION_TYPES.map((type) => [type, `()-[:${type}]->()`]),
    ),
  ),
};
