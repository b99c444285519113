/** Random documents over the whole schema: aliases, arguments good and bad, fragments, directives, interfaces, pages. */
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { encodeCursor } from '../../src/plan/cursor.ts';
import type { Random } from './random.ts';

/** Fields with tests of their own: traversals (brute force), and search, whose words are Lucene's. */
const ELSEWHERE = new Set([
  'neighborhood',
  'paths',
  'graph',
  'search',
  'suggest',
  'annotate',
  'diff',
  'versions',
  'coverage',
  'changes',
  'governing',
  'fullText',
  'version',
  'dataVersion',
  'entities',
  ...['vocabulary', 'vocabularies', 'categories', 'mappings', 'sources', 'annotations'],
]);
const KINDS = ['Term', 'Alias', 'Regulation', 'Statute', 'Standard', 'Organization', 'Rule'];
const IDS = [
  'Term:t0',
  'Term:t3',
  'Alias:1',
  'Regulation:0',
  'Regulation:2',
  'Standard:s/1/a',
  'Statute:0',
  'Organization:0',
  'Rule:0',
  'Regulation:1@2023-06-30',
  'Term:t3@2019-05-05',
  'No:1',
];
const CURSORS = [
  encodeCursor('term/related', [0.5, 'ab', 'Term:t2', 'e004']),
  encodeCursor('entity/relations', ['DEFINES', 'b', 'Term:t1', 'e030']),
  encodeCursor('term/mentioned-in', ['1/2', 'Regulation:2', 'e020']),
  encodeCursor('standard/children', [1, 's/1/a', 'Standard:s/1/a', 'e070']),
  encodeCursor('term/all', ['ab', 'ab', 'Term:t2']),
  encodeCursor('term/by-slugs', ['ab', 'ab', 'Term:t2']),
  encodeCursor('term/all', ['ab']),
  'junk',
];

/** Values of an argument as they are written in a document; a few of them are refused. */
const ARGUMENTS: ArgumentValues = {
  first: (r) => r.pick([null, '0', '1', '2', '3', '$first', '-1', '101']),
  after: (r) => r.pick([null, null, '$after', JSON.stringify(r.pick(CURSORS))]),
  last: (r) => r.pick([null, null, null, '2', '-1']),
  before: (r) => r.pick([null, null, null, JSON.stringify(r.pick(CURSORS))]),
  slugs: (r) => r.pick([null, null, '["t1", "t0", "none"]']),
  vocabularies: (r) => r.pick([null, null, '["glossograph"]', '["none"]']),
  types: (r) => r.pick([null, null, '[]', '[MENTIONS, RELATED_TO]', '$types']),
  kinds: (r) => r.pick([null, null, '[TERM]', '[REGULATION, ALIAS]']),
  direction: (r) => r.pick([null, 'OUT', 'IN', 'BOTH']),
  asOf: (r) => r.pick([null, '"2019-05-05"', '"2023-06-30"', '$day', 'null']),
  within: (r) => r.pick([null, '"45 CFR Part 7"', '"§ 7.2"', '"nowhere"']),
  citation: (r) => r.pick(['"45 CFR Part 7"', '"45 C.F.R. § 7.1"', '"7.2"', '"9.9"', '"what?"']),
  deep: (r) => r.pick([null, 'true', 'false', '$yes']),
  slug: (r) => r.pick(['"t0"', '"t1"', '"t4"', '"none"']),
  key: (r) => r.pick(['"s"', '"s/2"', '"s/1/a"', '"s/2/a.b"', '"none"']),
  id: (r) => JSON.stringify(r.pick(IDS)),
  ids: (r) => JSON.stringify([r.pick(IDS), r.pick(IDS), r.pick(IDS)]),
  names: (r) =>
    JSON.stringify([r.pick(['AA', 'access', 'zz', 'c  d']), r.pick(['b', 'dd', '§ 7.2', 'see 45 CFR Part 7'])]),
  startsWith: (r) => r.pick([null, '"a"', '""']),
  category: (r) => r.pick([null, '"x"']),
  level: (r) => r.pick([null, 'STANDARD', 'PROFILE', 'ELEMENT', 'null']),
  version: (r) => r.pick(['"1"', '"1"', '"2"', '"2"', '"9"']),
};
/** Values of arguments that mean something else in one field. */
const OF_FIELD: ArgumentValues = {
  'Query.standardsInForce.asOf': () => '"2023-06-30"',
  'Query.adoptions.expiringBefore': (r) => r.pick([null, '"2026-01-02"']),
  'Query.rule.citation': (r) =>
    r.pick(['"89 FR 1"', '"89 Fed. Reg. 2"', '"89 FR 5"', '"89 FR 11"', '"2024-0"', '"what?"']),
  'Query.statute.citation': (r) => r.pick(['"Public Law 1-1"', '"42 USC § 2"', '"Pub. L. 1-2"', '"what?"']),
  'Query.organization.slug': (r) => r.pick(['"0"', '"none"']),
  'Query.regulations.level': (r) => r.pick([null, 'SECTION', 'PARAGRAPH']),
  'Query.rules.stage': (r) => r.pick([null, 'FINAL', 'NOTICE']),
};

/** Values of arguments as they are written in a document, by the argument's name or by `Type.field.argument`. */
export type ArgumentValues = Readonly<Record<string, (r: Random) => string | null>>;

/** What random documents select and with which arguments. */
export interface DocumentStyle {
  /** The names of the fields that they do not select. */
  readonly without: ReadonlySet<string>;
  readonly values: ArgumentValues;
}

const SMALL: DocumentStyle = { without: ELSEWHERE, values: { ...ARGUMENTS, ...OF_FIELD } };

/** A document with one to three root fields, and the variables that go with it. */
export function randomDocument(
  schema: GraphQLSchema,
  r: Random,
  { without, values: valuesOf }: DocumentStyle = SMALL,
): { source: string; variables: Record<string, unknown> } {
  let aliases = 0;
  const fragments: string[] = [];
  const directive = () =>
    r.pick(['', '', '', '', ' @include(if: $yes)', ' @skip(if: $yes)', ' @include(if: $no)', ' @skip(if: $no)']);

  const field = (parent: string, { name, args, type }: GraphQLField<unknown, unknown>, depth: number): string => {
    const target = getNamedType(type);
    const values = args.flatMap((arg) => {
      const value = (valuesOf[`${parent}.${name}.${arg.name}`] ?? valuesOf[arg.name])?.(r) ?? null;
      return value === null ? [] : [`${arg.name}: ${value}`];
    });
    const alias = args.length > 0 || isComposite(target) || r.chance(0.2) ? `k${aliases++}: ` : '';
    const below = isComposite(target) ? ` ${selection(target, depth - 1)}` : '';
    return `${alias}${name}${values.length > 0 ? `(${values.join(', ')})` : ''}${directive()}${below}`;
  };

  const some = (type: GraphQLNamedType, depth: number, count: number): string[] => {
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    const usable = Object.values(type.getFields()).filter(
      ({ name, type: of }) =>
        !without.has(name) &&
        (depth > 0 || !isComposite(getNamedType(of))) &&
        (name !== 'changesFrom' || r.chance(0.3)), // a long text, and each new one has to be planned
    );
    return usable.length === 0 ? [] : Array.from({ length: count }, () => field(type.name, r.pick(usable), depth));
  };

  const selection = (type: GraphQLNamedType, depth: number): string => {
    const parts = ['__typename', ...some(type, depth, 1 + r.int(4))];
    if (type.name.endsWith('Connection') && isObjectType(type)) {
      const { edges } = type.getFields();
      if (edges !== undefined) parts.push(field(type.name, edges, Math.max(depth, 1) + 1));
    }
    if (isAbstractType(type)) {
      for (const name of KINDS.filter(() => r.chance(0.35)))
        parts.push(`... on ${name}${directive()} ${selectionOf(name, depth)}`);
      if (type.name === 'Node' && r.chance(0.5)) parts.push(`... on Entity ${selectionOf('Entity', depth)}`);
    } else if (r.chance(0.15)) {
      const name = `F${fragments.length}`;
      fragments.push('');
      fragments[Number(name.slice(1))] =
        `fragment ${name} on ${type.name} ${selectionOf(type.name, Math.min(depth, 1))}`;
      parts.push(`...${name}${directive()}`);
    }
    return `{ ${parts.join(' ')} }`;
  };
  const selectionOf = (name: string, depth: number) => {
    const type = schema.getType(name);
    return type ? `{ __typename ${some(type, depth, 1 + r.int(3)).join(' ')} }` : '{ __typename }';
  };

  const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ name }) => !without.has(name));
  const asked = Array.from({ length: 1 + r.int(3) }, () => field('Query', r.pick(roots), 4));
  return {
    source: withVariables(`{
  ${asked.join('\n  ')}
}
${fragments.join('\n')}`),
    variables: {
      after: r.pick([null, ...CURSORS]),
      types: r.pick([null, ['RELATED_TO', 'ALIAS_OF']]),
      day: r.pick([null, '2021-01-01', '2026-01-01']),
    },
  };
}

const VARIABLES = {
  ...{ yes: 'Boolean! = true', no: 'Boolean! = false', first: 'Int = 2', after: 'String' },
  ...{ types: '[RelationType!]', day: 'Date' },
};

/** A server refuses a variable that a document does not use. */
function withVariables(selection: string): string {
  const used = Object.entries(VARIABLES).filter(([name]) => new RegExp(`\\$${name}\\b`).test(selection));
  const definitions = used.map(([name, type]) => `$${name}: ${type}`).join(', ');
  return `query Q${definitions === '' ? '' : `(${definitions})`} ${selection}`;
}

const isComposite = (type: GraphQLNamedType) => isObjectType(type) || isAbstractType(type);
