/** The kinds of entity by name, and the labels of their fields. The files in `kinds/` define each kind. */
import type { KindDescriptor } from './kinds/descriptor.ts';
import { KINDS } from './kinds/index.ts';

export { ALIAS_KINDS, type AliasKind } from './kinds/alias.ts';
export { REGULATION_LEVELS, type RegulationLevel } from './kinds/regulation.ts';
export { STANDARD_LEVELS, type StandardLevel } from './kinds/standard.ts';

export type EntityKind = (typeof KINDS)[number]['kind'];
export type EntityLabel = (typeof KINDS)[number]['label'];

/** Every kind, in the order of the API's schema. */
export const ENTITY_KINDS: readonly EntityKind[] = KINDS.map(({ kind }) => kind);

type ByKind<Of> = { readonly [Kind in EntityKind]: Of };

/** The descriptor of each kind. */
export const KIND = Object.fromEntries(KINDS.map((one) => [one.kind, one])) as ByKind<KindDescriptor>;

/** The Neo4j label and GraphQL type of each kind. Every such node also has the label `Entity`. */
export const LABEL_OF = Object.fromEntries(KINDS.map(({ kind, label }) => [kind, label])) as {
  readonly [Kind in EntityKind]: Extract<(typeof KINDS)[number], { kind: Kind }>['label'];
};

/** The Neo4j labels of the requested kinds. Null for all kinds. */
export const labelsOf = (kinds: readonly EntityKind[] | null | undefined): EntityLabel[] | null =>
  kinds?.map((kind) => LABEL_OF[kind]) ?? null;

const KIND_OF_LABEL: ReadonlyMap<string, EntityKind> = new Map(KINDS.map(({ kind, label }) => [label, kind]));

/** The kind with a Neo4j label. Throws an Error if no kind has the label. */
export function kindOfLabel(label: string): EntityKind {
  const kind = KIND_OF_LABEL.get(label);
  if (kind === undefined) throw new Error(`"${label}" is not the label of a kind of entity`);
  return kind;
}

/**
 * The kind of entity that an id identifies. For example, `Term:ehr` is a TERM. Null if the text is not an entity's id.
 */
export function kindOf(id: string): EntityKind | null {
  const colon = id.indexOf(':');
  return colon === id.length - 1 ? null : (KIND_OF_LABEL.get(id.slice(0, Math.max(colon, 0))) ?? null);
}

export const EVIDENCE_RULES = ['AUTHORED', 'PARSED', 'MATCHED'] as const;

/** Which relations a query follows, as seen from the entity at which it starts. */
export const DIRECTIONS = ['OUT', 'IN', 'BOTH'] as const;
export type Direction = (typeof DIRECTIONS)[number];
