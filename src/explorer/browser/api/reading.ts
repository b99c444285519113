/** What the panel reads of one entity, of one relation. */
import type { EntityKind } from '../../../model/kinds.ts';
import type { RelationType } from '../../../model/relations.ts';
import type { AnswerEdge } from '../model/answer.ts';
import { ask } from './client.ts';

/** An entity by name. */
export interface Named {
  id: string;
  kind: EntityKind;
  label: string;
}

export interface Evidence {
  rule: 'AUTHORED' | 'PARSED' | 'MATCHED';
  quote: string | null;
  verified: boolean;
  source: { name: string; url: string | null; retrieved: string | null };
}

interface Days {
  validFrom: string | null;
  validTo: string | null;
}

export interface Relation extends Days {
  type: RelationType;
  direction: 'IN' | 'OUT' | 'BOTH';
  label: string;
  node: Named;
  evidence: Evidence[];
}

export interface Relations {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: Relation[];
}

export interface Definition extends Days {
  text: string;
  regulation: Named;
  scope: Named;
  term: Named;
  chain: { quote: string; targetCitation: string; regulation: Named | null }[];
  chainEnd: 'CYCLE' | 'TERMINAL' | 'UNRESOLVED';
}

export interface Adoption extends Days {
  regulation: Named;
  standard: Named;
}

/** What every kind has. */
interface Common extends Named {
  summary: string | null;
  url: string | null;
  degree: number;
  relations: Relations;
}

export interface TermReading extends Common {
  __typename: 'Term';
  slug: string;
  category: string | null;
  shortDefinition: string | null;
  definition: string | null;
  keyTakeaways: string[];
  aliases: { name: string; aliasKind: string }[];
  sections: { heading: string; body: string }[];
  definitions: Definition[];
}

export interface RegulationReading extends Common {
  __typename: 'Regulation';
  citation: string;
  regulationLevel: string;
  heading: string | null;
  reserved: boolean;
  authority: string | null;
  published: string | null;
  versions: (Days & { heading: string | null })[];
}

export interface StandardReading extends Common {
  __typename: 'Standard';
  key: string;
  standardLevel: string;
  version: string | null;
  status: string | null;
  date: string | null;
  package: string | null;
  path: string | null;
  min: number | null;
  max: string | null;
  mustSupport: boolean | null;
  types: string[] | null;
  binding: { strength: string | null; valueSet: string | null } | null;
  adoptions: Adoption[];
}

export interface StatuteReading extends Common {
  __typename: 'Statute';
  citation: string;
}

export interface OrganizationReading extends Common {
  __typename: 'Organization';
  role: string;
}

export interface AliasReading extends Common {
  __typename: 'Alias';
  aliasKind: string;
  denotes: Named[];
}

export type Reading =
  | TermReading
  | RegulationReading
  | StandardReading
  | StatuteReading
  | OrganizationReading
  | AliasReading;

const NAMED = 'id kind label';
const EVIDENCE = 'evidence { rule quote verified source { name url retrieved } }';
const RELATIONS = `totalCount pageInfo { hasNextPage endCursor }
  edges { type direction label validFrom validTo node { ${NAMED} } ${EVIDENCE} }`;
const DEFINITION = `text validFrom validTo chainEnd
  term { ${NAMED} } regulation { ${NAMED} } scope { ${NAMED} }
  chain { quote targetCitation regulation { ${NAMED} } }`;

const READING = `query Reading($id: ID!, $asOf: Date) {
  node(id: $id) {
    __typename
    ... on Entity { ${NAMED} summary url degree relations(first: 100, asOf: $asOf) { ${RELATIONS} } }
    ... on Term {
      slug category shortDefinition definition keyTakeaways
      aliases { name aliasKind } sections { heading body } definitions(asOf: $asOf) { ${DEFINITION} }
    }
    ... on Regulation { citation regulationLevel: level heading reserved authority published versions { heading validFrom validTo } }
    ... on Standard {
      key standardLevel: level version status date package path min max mustSupport types binding { strength valueSet }
      adoptions(asOf: $asOf) { validFrom validTo regulation { ${NAMED} } standard { ${NAMED} } }
    }
    ... on Statute { citation }
    ... on Organization { role }
    ... on Alias { aliasKind denotes { ${NAMED} } }
  }
}`;

/** Everything the panel shows of an entity; null for one that is not there. @throws ApiError */
export async function read(id: string, asOf: string | null, signal: AbortSignal): Promise<Reading | null> {
  const { node } = await ask<{ node: Reading | null }>(READING, { id, asOf }, signal);
  return node;
}

const MORE = `query More($id: ID!, $asOf: Date, $after: String, $types: [RelationType!]) {
  node(id: $id) { ... on Entity { relations(first: 100, asOf: $asOf, after: $after, types: $types) { ${RELATIONS} } } }
}`;

/** The next hundred relations. @throws ApiError */
export async function moreRelations(id: string, asOf: string | null, after: string | null): Promise<Relations> {
  const { node } = await ask<{ node: { relations: Relations } }>(MORE, { id, asOf, after, types: null });
  return node.relations;
}

/** The text of a provision, and what stands in it. */
export interface Law {
  text: string | null;
  heading: string | null;
  annotations: { start: number; end: number; entities: Named[] }[];
  mentions: { edges: { node: Named & { shortDefinition: string | null; definitionInForce: Definition | null } }[] };
  cites: { text: string; targetCitation: string; dangling: boolean; target: Named | null }[];
  defines: Definition[];
}

const LAW = `query Law($citation: String!, $asOf: Date) {
  regulation(citation: $citation, asOf: $asOf) {
    text heading
    annotations { start end entities { ${NAMED} } }
    mentions(first: 100) {
      edges { node { ${NAMED} shortDefinition definitionInForce(citation: $citation, asOf: $asOf) { ${DEFINITION} } } }
    }
    cites { text targetCitation dangling target { ${NAMED} } }
    defines(asOf: $asOf) { ${DEFINITION} }
  }
}`;

/** A provision as it reads on a day, with the definitions that govern there then. @throws ApiError */
export async function readLaw(citation: string, asOf: string | null, signal: AbortSignal): Promise<Law | null> {
  const { regulation } = await ask<{ regulation: Law | null }>(LAW, { citation, asOf }, signal);
  return regulation;
}

/** One relation with its ends. */
export interface EdgeReading extends Days {
  type: RelationType;
  source: Named;
  target: Named;
  evidence: Evidence[];
}

/** Two origins and room for no other: exactly what lies between them. */
const BETWEEN = `query Between($of: [ID!]!, $limit: Int!, $asOf: Date) {
  neighborhood(of: $of, depth: 1, limit: $limit, asOf: $asOf) {
    nodes { ${NAMED} degree }
    edges { id type source target ${EVIDENCE} }
  }
}`;
/** A hub's relations are looked through no further. */
const MOST_PAGES = 5;

/** The reasons of a relation, and its days. Null where it is not there. @throws ApiError */
export async function readEdge(
  edge: AnswerEdge,
  asOf: string | null,
  signal: AbortSignal,
): Promise<EdgeReading | null> {
  type Data = {
    neighborhood: { nodes: (Named & { degree: number })[]; edges: (AnswerEdge & { evidence: Evidence[] })[] };
  };
  const of = [...new Set([edge.source, edge.target])];
  const { neighborhood } = await ask<Data>(BETWEEN, { of, limit: of.length, asOf }, signal);
  const found = neighborhood.edges.find(({ id }) => id === edge.id);
  const node = (id: string) => neighborhood.nodes.find((one) => one.id === id);
  const [source, target] = [node(edge.source), node(edge.target)];
  if (!found || !source || !target) return null;
  const [near, far] = source.degree <= target.degree ? [source, target] : [target, source];
  const days = await daysOf(near.id, far.id, edge, found.evidence, asOf, signal);
  return { type: edge.type, source, target, evidence: found.evidence, ...days };
}

async function daysOf(
  near: string,
  far: string,
  { type, source }: AnswerEdge,
  evidence: readonly Evidence[],
  asOf: string | null,
  signal: AbortSignal,
): Promise<Days> {
  const said = JSON.stringify(evidence);
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    type Data = { node: { relations: Relations } };
    const { node }: Data = await ask<Data>(MORE, { id: near, asOf, after, types: [type] }, signal);
    const between = node.relations.edges.filter(
      (one) => one.node.id === far && (one.direction === 'BOTH' || (one.direction === 'OUT') === (near === source)),
    );
    const [first] = between.filter((one) => JSON.stringify(one.evidence) === said).concat(between);
    if (first) return { validFrom: first.validFrom, validTo: first.validTo };
    if (!node.relations.pageInfo.hasNextPage) break;
    after = node.relations.pageInfo.endCursor;
  }
  return { validFrom: null, validTo: null };
}
