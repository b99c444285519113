/** What the panel reads of one entity, of one relation. */
import type { EntityKind, EntityLabel } from '../../../model/kinds.ts';
import type { RelationType } from '../../../model/relations.ts';
import type { PageMention } from '../../../prose/page-text.ts';
import type { AnswerEdge } from '../model/answer.ts';
import { ask } from './client.ts';
import { BETWEEN, LAW, MORE, readingOf } from './documents.ts';

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

/** What the page of a term mentions, with the places in it. */
export interface Mentioned extends Named {
  shortDefinition: string | null;
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
  mentioned: { edges: PageMention<Mentioned>[] };
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

/** An entity of a kind whose descriptor has its facts, each a field. */
export interface PlainReading extends Common {
  __typename: Exclude<EntityLabel, 'Term' | 'Regulation' | 'Standard' | 'Alias'>;
  readonly [fact: string]: unknown;
}

export interface AliasReading extends Common {
  __typename: 'Alias';
  aliasKind: string;
  denotes: Named[];
}

export type Reading = TermReading | RegulationReading | StandardReading | AliasReading | PlainReading;

/** Everything the panel shows of an entity; null for one that is not there. @throws ApiError */
export async function read(id: string, asOf: string | null, signal: AbortSignal): Promise<Reading | null> {
  const { node } = await ask<{ node: Reading | null }>(readingOf(id), { id, asOf }, signal);
  return node;
}

/** The next hundred relations. @throws ApiError */
export async function moreRelations(id: string, asOf: string | null, after: string | null): Promise<Relations> {
  const { node } = await ask<{ node: { relations: Relations } }>(MORE, { id, asOf, after, types: null });
  return node.relations;
}

/** What a name in a provision means there. */
export interface Mention {
  id: string;
  shortDefinition: string | null;
  definitionInForce: Pick<Definition, 'text' | 'regulation' | 'scope'> | null;
}

/** The text of a provision, and what stands in it. */
export interface Law {
  text: string | null;
  heading: string | null;
  annotations: { start: number; end: number; entities: Named[] }[];
  mentions: { edges: { node: Mention }[] };
  cites: { text: string; targetCitation: string; dangling: boolean; target: Named | null }[];
  defines: Definition[];
}

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
  const found = neighborhood.edges.find(({ key }) => key === edge.key);
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
