import { KINDS } from '../../src/model/kinds/index.ts';
import { RELATION_TYPES } from '../../src/model/relations.ts';
import { fragment, fragmentOf } from '../../src/plan/fragment.ts';

/** One row for each name, counted with Neo4j's own counters. */
const counted = (column: string, patterns: readonly (readonly [name: string, pattern: string])[]) =>
  `UNWIND [${patterns.map(([name, pattern]) => `{${column}: '${name}', count: COUNT { ${pattern} }}`).join(', ')}] AS node`;

/** The graph as a whole. Labels and types come from the enums of `src/model`. */
export const meta = {
  about: fragment('meta/about'),
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
