import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  getArgumentValues,
  getNamedType,
  isObjectType,
} from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import neo4j from 'neo4j-driver';
import { rewrite } from '../graph/rewrite.ts';
import { afterCursor, parsePage } from './cursor.ts';
import {
  ASKED,
  aside,
  CURSOR,
  follow,
  isRelation,
  LABEL,
  needOf,
  type Relation,
  slot,
  type Together,
  type Values,
} from './requirement.ts';
import { inParts } from './row-chunks.ts';

/**
 * One statement for everything below one root field. Plans with equal text and parameters share a round trip: only `key`
 * differs. All parameters travel in one map, `$given`: Neo4j keeps a plan for each bucket of length (1, 10, 100 …) of each
 * list and string that is a parameter of its own, and plans anew (80 ms and more) for each combination it has not met.
 * What is inside a map it does not measure.
 */
export interface Plan {
  readonly text: string;
  readonly params: Values;
  readonly key: Values;
  /** Its lists may be long, and come in several records. */
  readonly inParts: boolean;
}

/**
 * The plan of a root field, from what was asked below it. Throws BAD_USER_INPUT for the root's own arguments.
 *
 * @param beside an expression over the graph that the same statement answers: the plan gives `{value, beside}` then
 */
export function plan(info: GraphQLResolveInfo, args: Values, beside?: string): Plan {
  const field = info.parentType.getFields()[info.fieldName];
  const need = field && needOf(field);
  if (field === undefined || need === undefined || !isRelation(need)) {
    throw new Error(`${info.parentType.name}.${info.fieldName} is not a planned field`);
  }
  const planner = new Planner(info);
  const root: Place = { depth: 0, path: '', parent: '', asOf: null };
  const value = planner.relation(need, field.type, info.fieldNodes, args, root);
  const { via, params } = follow(need, args);
  const long = need.kind === 'one' && planner.long.size > 0;
  const answer = beside === undefined ? value : `{value: ${value}, beside: ${beside}}`;
  return {
    text: `UNWIND $given.keys AS key ${long ? inParts(answer, [...planner.long].sort()) : `RETURN key.i AS i, ${answer} AS value`}`,
    inParts: long,
    params: planner.params,
    key: Object.fromEntries(via.keys.map((name) => [name, params[name] ?? null])),
  };
}

/** Where in the statement, and in the answer, a relation is followed. */
interface Place {
  readonly depth: number; // how deep the COLLECTs are nested: makes variables unique
  readonly path: string; // response keys from the root: makes parameters unique
  readonly parent: string; // the variable that it starts from
  readonly asOf: unknown; // the one argument that governs every field below, unless one says otherwise
}

type ParamName = (name: string) => string;
type Asked = readonly [responseKey: string, nodes: readonly FieldNode[]];

class Planner {
  readonly params: Values = {};
  /** Keys of the root's row whose lists may be long. */
  readonly long = new Set<string>();
  private readonly info: Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;

  constructor(info: Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>) {
    this.info = info;
  }

  /** A relation as a Cypher expression: a row, a list of rows, or a page of them. */
  relation(need: Relation, type: GraphQLOutputType, nodes: readonly FieldNode[], args: Values, at: Place): string {
    const { via, params } = follow(need, args);
    const given: Values = { asOf: at.asOf, ...params };
    const here: Place = { ...at, asOf: given.asOf };
    const param: ParamName = (name) =>
      at.depth === 0 && via.keys.includes(name)
        ? `key.${name}`
        : this.param(`${at.path}_${name}`, asParameter(given[name]));
    const match = this.rename(via.match, here, param);
    const order = via.order.map((key) => ({ ...key, cypher: this.rename(key.cypher, here, param) }));
    const sorted = order.length === 0 ? '' : ` WITH * ORDER BY ${order.map(orderText).join(', ')}`;
    const target = getNamedType(type) as GraphQLCompositeType;

    if (need.kind === 'many') return `COLLECT { ${match}${sorted} RETURN ${this.row(target, nodes, here)} }`;
    if (need.kind === 'one') {
      const row = this.row(target, nodes, here, need.reads);
      return `head(COLLECT { ${match}${sorted || ' WITH *'} LIMIT 1 RETURN ${row} })`;
    }

    const connection = target as GraphQLObjectType;
    const page = parsePage(args, via.name, via.order);
    const asked = this.subfields(connection, nodes);
    const named = (name: string) => asked.filter(([, fields]) => fields[0]?.name.value === name);
    const parts: string[] = [];
    const entries: string[] = [];
    if (named('edges').length + named('pageInfo').length > 0) {
      const limit = this.param(`${at.path}_limit`, neo4j.int(page.first + 1)); // one more tells whether there is a next page
      const after = page.after && ` WITH * WHERE ${afterCursor(order, this.param(`${at.path}_after`, page.after))}`;
      const cursor = `[${order.map((key) => key.cypher).join(', ')}]`;
      const columns = [
        ...(named('pageInfo').length > 0 ? [`\`${CURSOR}\`: ${cursor}`] : []),
        ...named('edges').map(([key, fields]) => `\`${key}\`: ${this.edge(connection, fields, cursor, here)}`),
      ];
      const rows = `COLLECT { ${match}${after ?? ''}${sorted} LIMIT ${limit} RETURN {${columns.join(', ')}} }`;
      if (via.counted) parts.push(`${rows} AS rows${at.depth}`);
      entries.push(`rows: ${via.counted ? `rows${at.depth}` : rows}`);
    }
    const about = this.aboutPage(connection, asked, here, param);
    if (named('totalCount').length > 0) {
      entries.push(`total: ${via.counted ? this.rename(via.counted.total, here, param) : `COUNT { ${match} }`}`);
    }
    const { counted } = via;
    if (counted === undefined) return `{${[...entries, ...about].join(', ')}}`;
    if (named('totalCount').length + about.length > 0) {
      parts.push(`COLLECT { ${this.rename(counted.cypher, here, param)} } AS counted${at.depth}`);
    }
    // A list of one, whose parts are bound first: Cypher allows no aggregate in a subquery inside a map or a function.
    return `COLLECT { WITH ${parts.join(', ') || '1 AS nothing'} RETURN {${[...entries, ...about].join(', ')}} }`;
  }

  /** What a connection says of the whole list beside its edges, such as facets. It sees the list's own parameters. */
  private aboutPage(type: GraphQLObjectType, asked: readonly Asked[], at: Place, param: ParamName): string[] {
    return asked.flatMap(([key, nodes]) => {
      const field = type.getFields()[nodes[0]?.name.value ?? ''];
      const need = field && needOf(field);
      return need?.kind === 'value' ? [`\`${slot(key)}\`: ${this.rename(need.cypher, at, param)}`] : [];
    });
  }

  private edge(connection: GraphQLObjectType, nodes: readonly FieldNode[], cursor: string, at: Place): string {
    const type = getNamedType(connection.getFields().edges?.type) as GraphQLObjectType;
    const entries = this.subfields(type, nodes).flatMap(([key, fieldNodes]) => {
      const field = type.getFields()[fieldNodes[0]?.name.value ?? ''];
      if (field?.name === 'cursor') return [`\`${CURSOR}\`: ${cursor}`];
      if (field?.name === 'node') {
        return [`\`${slot(key)}\`: ${this.row(getNamedType(field.type) as GraphQLCompositeType, fieldNodes, at)}`];
      }
      return field ? this.field(field, key, fieldNodes, at, `edge${at.depth}`) : [];
    });
    return `{${[...new Set(entries)].join(', ')}}`;
  }

  /** What is read of one node: a map, or a choice of maps by label where GraphQL allows several types. */
  private row(
    type: GraphQLCompositeType,
    nodes: readonly FieldNode[],
    at: Place,
    reads: readonly string[] = [],
  ): string {
    const node = `node${at.depth}`;
    if (isObjectType(type)) {
      const read = reads.map((name) => `${name}: ${node}.${name}`);
      return `${node} {${[...new Set([...read, ...this.fields(type, nodes, at)])].join(', ')}}`;
    }
    const label = `\`${LABEL}\`: [l IN labels(${node}) WHERE l <> 'Entity'][0]`;
    const choices = new Map<string, string[]>(); // equal maps are written once
    for (const possible of this.info.schema.getPossibleTypes(type)) {
      const map = `${node} {${[label, ...this.fields(possible, nodes, at)].join(', ')}}`;
      choices.set(map, [...(choices.get(map) ?? []), `${node}:${possible.name}`]);
    }
    const [only, ...others] = choices.keys();
    if (only !== undefined && others.length === 0) return only;
    const cases = [...choices].map(([map, labels]) => `WHEN ${labels.join(' OR ')} THEN ${map}`);
    return `CASE ${cases.join(' ')} END`;
  }

  private fields(type: GraphQLObjectType, nodes: readonly FieldNode[], at: Place): string[] {
    const entries = this.subfields(type, nodes).flatMap(([key, fieldNodes]) => {
      const field = type.getFields()[fieldNodes[0]?.name.value ?? ''];
      return field ? this.field(field, key, fieldNodes, at, `node${at.depth}`) : []; // no field: __typename
    });
    return [...new Set(entries)].sort();
  }

  private field(
    field: GraphQLField<unknown, unknown>,
    key: string,
    nodes: readonly FieldNode[],
    at: Place,
    subject: string,
  ): string[] {
    const need = needOf(field);
    const [node] = nodes;
    if (need === undefined || node === undefined) return [];
    if (need.kind === 'properties') return need.names.map((name) => `${name}: ${subject}.${name}`);
    if (need.kind === 'value') {
      return [`\`${slot(key)}\`: ${this.rename(need.cypher, at, (name) => this.param(`asOf_${name}`, at.asOf))}`];
    }
    try {
      const args = getArgumentValues(field, node, this.info.variableValues);
      const path = at.path === '' ? key : `${at.path}_${key}`;
      const below: Place = { depth: at.depth + 1, path, parent: subject, asOf: at.asOf };
      const lists = new Map([[slot(key), this.relation(need, field.type, nodes, args, below)]]);
      const also = need.together ? this.beside(need.together, key, field.type, nodes, below, lists) : [];
      if (need.long && at.depth === 0) for (const name of lists.keys()) this.long.add(name);
      return [...[...lists].map(([name, list]) => `\`${name}\`: ${list}`), ...also];
    } catch {
      return []; // a bad argument: its own resolver says so, at its own path
    }
  }

  /** What a list's rows are completed from, if it is asked for: its lists go into `lists`, all else is returned. */
  private beside(
    { gives, needs, reads }: Together,
    key: string,
    type: GraphQLOutputType,
    nodes: readonly FieldNode[],
    at: Place,
    lists: Map<string, string>,
  ): string[] {
    const fields = this.subfields(getNamedType(type) as GraphQLObjectType, nodes);
    const asked = gives.filter((name) => fields.some(([, [node]]) => node?.name.value === name));
    if (asked.length === 0) return [];
    const param: ParamName = (name) => this.param(`${at.path}_${name}`, asked);
    for (const [name, { match }] of Object.entries(reads)) {
      lists.set(aside(key, name), `COLLECT { ${this.rename(match, at, param)} RETURN node${at.depth} }`);
    }
    return [`\`${aside(key, ASKED)}\`: ${param(ASKED)}`, ...needs.map((name) => `${name}: ${at.parent}.${name}`)];
  }

  /** What GraphQL itself will execute: fragments, @skip and @include done. Sorted, so that equal shapes give equal text. */
  private subfields(type: GraphQLObjectType, nodes: readonly FieldNode[]): Asked[] {
    const { schema, fragments, variableValues } = this.info;
    return [...collectSubfields(schema, fragments, variableValues, type, nodes)].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  private rename(cypher: string, at: Place, param: ParamName): string {
    return rewrite(cypher, { variable: (name) => (name === 'parent' ? at.parent : `${name}${at.depth}`), param });
  }

  /** Named by place, not by value. Only `... on A { x: f(n: 1) } ... on B { x: g(n: 2) }` has two values in one place. */
  private param(wanted: string, value: unknown): string {
    let name = wanted;
    while (name in this.params && JSON.stringify(this.params[name]) !== JSON.stringify(value)) name += '_';
    this.params[name] = value;
    return `$given.${name}`;
  }
}

const orderText = ({ cypher, descending }: { cypher: string; descending: boolean }) =>
  descending ? `${cypher} DESC` : cypher;

/** LIMIT wants Cypher's own integers, and GraphQL's integers are whole numbers wherever they go. */
const asParameter = (value: unknown) => (Number.isInteger(value) ? neo4j.int(value as number) : (value ?? null));
