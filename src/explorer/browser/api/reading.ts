/** The data that the panel reads about an entity or a relation. */
import type { ResultOf, VariablesOf } from '../../../../schema/document.ts';
import { type EntityKind, kindOf } from '../../../model/kinds.ts';
import type { Passage } from '../../../view/law/passage.ts';
import type { PictureEdge } from '../model/picture-data.ts';
import { ask, present } from './client.ts';
import { BETWEEN, CONTENTS, type EVIDENCE, LAW, MORE, type RELATIONS, readingOf } from './documents.ts';

/** The id and name of an entity. */
export interface NamedEntity {
  id: string;
  kind: EntityKind;
  label: string;
}

/** The evidence for a relation. */
export type Evidence = ResultOf<typeof EVIDENCE>;

/** A page of an entity's relations. */
export type RelationPage = ResultOf<typeof RELATIONS>;
export type Relation = RelationPage['edges'][number];

/** The entity in the panel. If its kind has a special panel, `panel` contains the kind. */
export type Reading = Extract<NonNullable<ResultOf<ReturnType<typeof readingOf>>['node']>, { id: string }>;
export type TermReading = Extract<Reading, { panel: 'Term' }>;
export type RegulationReading = Extract<Reading, { panel: 'Regulation' }>;
export type StandardReading = Extract<Reading, { panel: 'Standard' }>;

/** Reads an entity. Returns null if the graph does not contain the id. @throws ApiError */
export async function readEntity(id: string, asOf: string | null, signal: AbortSignal): Promise<Reading | null> {
  const kind = kindOf(id);
  if (kind === null) return null;
  const { node } = await ask(readingOf(kind), { id, asOf }, signal);
  return node !== null && 'id' in node ? node : null;
}

/** Reads a page of up to a hundred relations of an entity. @throws ApiError */
export async function relationPage(variables: VariablesOf<typeof MORE>, signal?: AbortSignal): Promise<RelationPage> {
  const node = present((await ask(MORE, variables, signal)).node);
  return present('relations' in node ? node.relations : null);
}

/** A provision with its text and with the terms, citations, and definitions in it. */
export type Law = NonNullable<ResultOf<typeof LAW>['regulation']> & { passages: readonly Passage[] };
/** A part, or a division above or below it. */
export type Contents = NonNullable<ResultOf<typeof CONTENTS>['regulation']>;

const LEVELS_WITH_TEXT: ReadonlySet<RegulationReading['regulationLevel']> = new Set([
  'SECTION',
  'APPENDIX',
  'PARAGRAPH',
]);

/** Reads the text or the contents of a provision on a date. @throws ApiError */
export async function readLaw(
  { citation, regulationLevel }: RegulationReading,
  asOf: string | null,
  signal: AbortSignal,
): Promise<Law | Contents | null> {
  if (!LEVELS_WITH_TEXT.has(regulationLevel)) return (await ask(CONTENTS, { citation, asOf }, signal)).regulation;
  const { regulation, text } = await ask(LAW, { citation, asOf }, signal);
  return regulation && { ...regulation, passages: text?.passages ?? [] };
}

type Validity = Pick<Relation, 'validFrom' | 'validTo'>;

/** A relation with its ends. */
export interface EdgeReading extends Validity {
  type: PictureEdge['type'];
  source: NamedEntity;
  target: NamedEntity;
  evidence: Evidence[];
}

/**
 * Reads the evidence and the dates of a relation. Returns null if the graph does not contain the relation. @throws
 * ApiError
 */
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
