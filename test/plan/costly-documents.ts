/** Random documents that request as much as the API allows: large pages, deep traversals, layouts, and long texts. */
import type { GraphQLSchema } from 'graphql';
import { type DocumentStyle, randomDocument } from './documents.ts';
import type { Random } from './random.ts';

/** What a graph contains that documents can name. */
export interface GraphNames {
  readonly ids: readonly string[];
  readonly slugs: readonly string[];
  readonly citations: readonly string[];
  readonly keys: readonly string[];
  /** A text of at least 64 KiB with names of the graph. */
  readonly text: string;
}

const literal = (value: unknown) => JSON.stringify(value);
const size = (r: Random) => String(r.pick([5, 20, 100, 100, 100]));

function styleOf({ ids, slugs, citations, keys, text }: GraphNames): DocumentStyle {
  const some = (list: readonly string[], most: number) => (r: Random) =>
    literal(Array.from({ length: 1 + r.int(most) }, () => r.pick(list)));
  const id = (r: Random) => literal(r.pick(ids));
  const citation = (r: Random) => literal(r.pick(citations));
  const day = (r: Random) => r.pick([null, null, '"2023-06-30"']);
  const words = (letters: number) => (r: Random) => {
    const from = r.int(text.length - letters);
    return literal(text.slice(from, from + letters));
  };
  const traversal = {
    depth: (r: Random) => r.pick(['1', '2', '3', '4']),
    ranking: (r: Random) => r.pick([null, 'RELEVANCE', 'DEGREE']),
    layout: (r: Random) => r.pick([null, 'NONE', 'FORCE', 'CIRCLE', 'LAYERED']),
  };
  return {
    without: new Set(['__typename']),
    values: {
      ...traversal,
      first: (r) => (r.chance(0.8) ? size(r) : '$first'),
      limit: (r) => r.pick([null, '1', '20', '100', '200']),
      'Query.graph.limit': (r) => r.pick([null, '1', '100', '2000', '20000']),
      'Query.suggest.limit': () => '10',
      'Query.paths.limit': (r) => r.pick([null, '1', '50']),
      ...{ of: some(ids, 50), ids: some(ids, 100), id },
      ...{ 'Query.paths.from': id, 'Query.paths.to': id },
      ...{ from: () => '"2000-01-01"', to: () => '"2026-12-31"', asOf: day },
      'Query.standardsInForce.asOf': () => '"2026-01-01"',
      text: (r) => words(r.pick([100, 4_000, 60_000]))(r),
      query: (r) => words(r.pick([10, 40, 900]))(r),
      prefix: words(2),
      names: some(slugs, 300),
      slug: (r) => literal(r.pick(slugs)),
      key: (r) => literal(r.pick(keys)),
      citation,
      version: () => '"6.1.0"',
      level: (r) => r.pick([null, null, 'VERSION', 'ELEMENT']),
      'Query.regulations.level': (r) => r.pick([null, 'PART', 'SECTION']),
      deep: (r) => r.pick([null, 'true']),
      direction: (r) => r.pick([null, 'BOTH', 'OUT', 'IN']),
    },
  };
}

/** A random document, and the variables that go with it. */
export const costlyDocument = (schema: GraphQLSchema, r: Random, names: GraphNames) =>
  randomDocument(schema, r, styleOf(names));
