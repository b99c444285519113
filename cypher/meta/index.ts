import { ENTITY_KINDS, LABEL_OF } from '../../src/model/kinds.ts';
import { RELATION_TYPES } from '../../src/model/relations.ts';
import { fragment, fragmentOf } from '../../src/plan/fragment.ts';

/** One row a name, counted from Neo4j's own counters. */
const counted = (column: string, names: readonly string[], pattern: (name: string) => string) =>
  `UNWIND [${names.map((name) => `{${column}: '${name}', count: COUNT { ${pattern(name)} }}`).join(', ')}] AS node`;

/** Questions about the graph as a whole. Labels and types come from the enums of `src/model`. */
export const meta = {
  about: fragment('meta/about'),
  sources: fragment('meta/sources'),
  entities: fragmentOf(
    'meta/entities',
    counted('kind', ENTITY_KINDS, (kind) => `(:${LABEL_OF[kind as keyof typeof LABEL_OF]})`),
  ),
  relations: fragmentOf(
    'meta/relations',
    counted('type', RELATION_TYPES, (type) => `()-[:${type}]->()`),
  ),
};
