/** The kinds of entity by name, and the vocabularies of their fields. What a kind consists of is in `kinds/`. */
import type { KindDescriptor } from './kinds/descriptor.ts';
import { KINDS } from './kinds/index.ts';

export { ALIAS_KINDS, type AliasKind } from './kinds/alias.ts';
export { REGULATION_LEVELS, type RegulationLevel } from './kinds/regulation.ts';
export { STANDARD_LEVELS, type StandardLevel } from './kinds/standard.ts';

export type EntityKind = (typeof KINDS)[number]['kind'];
export type EntityLabel = (typeof KINDS)[number]['label'];

/** Every kind, in the order of the contract. */
export const ENTITY_KINDS: readonly EntityKind[] = KINDS.map(({ kind }) => kind);

type ByKind<Of> = { readonly [Kind in EntityKind]: Of };

/** The descriptor of each kind. */
export const KIND = Object.fromEntries(KINDS.map((one) => [one.kind, one])) as ByKind<KindDescriptor>;

/** The Neo4j label, and the GraphQL type, of each kind. Every such node also carries the label `Entity`. */
export const LABEL_OF = Object.fromEntries(KINDS.map(({ kind, label }) => [kind, label])) as {
  readonly [Kind in EntityKind]: Extract<(typeof KINDS)[number], { kind: Kind }>['label'];
};

/** Neo4j's labels of the kinds that a question names; null for all. */
export const labelsOf = (kinds: readonly EntityKind[] | null | undefined): EntityLabel[] | null =>
  kinds?.map((kind) => LABEL_OF[kind]) ?? null;

const KIND_OF_LABEL: ReadonlyMap<string, EntityKind> = new Map(KINDS.map(({ kind, label }) => [label, kind]));

/** The kind whose Neo4j label this is; throws an Error for a label of no kind. */
export function kindOfLabel(label: string): EntityKind {
  const kind = KIND_OF_LABEL.get(label);
  if (kind === undefined) throw new Error(`"${label}" is not the label of a kind of entity`);
  return kind;
}

/** The kind of entity that an id names: `Term:ehr` is a TERM. Null if it is not an entity's id. */
export function kindOf(id: string): EntityKind | null {
  const colon = id.indexOf(':');
  return colon === id.length - 1 ? null : (KIND_OF_LABEL.get(id.slice(0, Math.max(colon, 0))) ?? null);
}

export const EVIDENCE_RULES = ['AUTHORED', 'PARSED', 'MATCHED'] as const;

/** Which relations a question follows, seen from the entity it starts at. */
export const DIRECTIONS = ['OUT', 'IN', 'BOTH'] as const;
export type Direction = (typeof DIRECTIONS)[number];
