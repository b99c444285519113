/** What the panel reads of one entity or one relation. */
import type { ResultOf, VariablesOf } from '../../../../schema/document.ts';
import { type EntityKind, kindOf } from '../../../model/kinds.ts';
import type { PictureEdge } from '../model/picture-data.ts';
import { ask, present } from './client.ts';
import { BETWEEN, type DEFINITION, type EVIDENCE, LAW, MORE, type RELATIONS, readingOf } from './documents.ts';

/** An entity by name. */
export interface NamedEntity {
  id: string;
  kind: EntityKind;
  label: string;
}

/** Why a relation is in the graph. */
export type Evidence = ResultOf<typeof EVIDENCE>;

/** A page of an entity's relations. */
export type RelationPage = ResultOf<typeof RELATIONS>;
export type Relation = RelationPage['edges'][number];

/** A legal definition, with the definitions that it defers to. */
export type Definition = ResultOf<typeof DEFINITION>;

/** The entity in the panel. Those of a kind with a panel of its own design name it in `panel`. */
export type Reading = Extract<NonNullable<ResultOf<ReturnType<typeof readingOf>>['node']>, { id: string }>;
export type TermReading = Extract<Reading, { panel: 'Term' }>;
export type RegulationReading = Extract<Reading, { panel: 'Regulation' }>;
export type StandardReading = Extract<Reading, { panel: 'Standard' }>;

/** Reads an entity; null if the graph has none of this id. @throws ApiError */
export async function readEntity(id: string, asOf: string | null, signal: AbortSignal): Promise<Reading | null> {
  const kind = kindOf(id);
  if (kind === null) return null;
  const { node } = await ask(readingOf(kind), { id, asOf }, signal);
  return node !== null && 'id' in node ? node : null;
}

/** Reads a hundred relations of an entity. @throws ApiError */
export async function relationPage(variables: VariablesOf<typeof MORE>, signal?: AbortSignal): Promise<RelationPage> {
  const node = present((await ask(MORE, variables, signal)).node);
  return present('relations' in node ? node.relations : null);
}

/** The text of a provision, with the terms, citations and definitions in it. */
export type Law = NonNullable<ResultOf<typeof LAW>['regulation']>;
/** A term in the text, with the definition in force there. */
export type Mention = Law['mentions']['edges'][number]['node'];

/** Reads a provision as of a day, with the definitions in force there then. @throws ApiError */
export async function readLaw(citation: string, asOf: string | null, signal: AbortSignal): Promise<Law | null> {
  return (await ask(LAW, { citation, asOf }, signal)).regulation;
}

type Validity = Pick<Relation, 'validFrom' | 'validTo'>;

/** A relation with its ends. */
export interface EdgeReading extends Validity {
  type: PictureEdge['type'];
  source: NamedEntity;
  target: NamedEntity;
  evidence: Evidence[];
}

/** Reads the evidence of a relation and its days; null if the graph does not have it. @throws ApiError */
export async function readEdge(
  edge: PictureEdge,
  asOf: string | null,
  signal: AbortSignal,
): Promise<EdgeReading | null> {
  const of = [...new Set([edge.source, edge.target])];
  const between = await ask(BETWEEN, { of, limit: of.length, asOf }, signal);
  const { nodes, edges } = present(between.neighborhood);
  const found = edges.find(({ key }) => key === edge.key);
  const [source, target] = [edge.source, edge.target].map((id) => nodes.find(({ key }) => key === id));
  if (!found || !source || !target) return null;
  const named = ({ key, kind, label }: typeof source): NamedEntity => ({ id: key, kind, label });
  const { evidence, validFrom, validTo } = found;
  return { type: edge.type, source: named(source), target: named(target), evidence, validFrom, validTo };
}
