/** What is looked at: everything that an address holds, and nothing else. */
import { ENTITY_KINDS, type EntityKind } from '../../../model/kinds.ts';
import { RELATION_TYPES, type RelationType } from '../../../model/relations.ts';

/** The picture that all else is added to: what is around some entities, or the best connected of all. */
export type Base =
  | { readonly kind: 'around'; readonly of: readonly string[] }
  | { readonly kind: 'whole'; readonly limit: number };

export const LAYOUTS = ['FORCE', 'CIRCLE', 'LAYERED'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** What is read in the panel: an entity or a relation. */
export interface Selection {
  readonly kind: 'node' | 'edge';
  readonly id: string;
}

/** An entity that somebody put where it is, in the picture's own units. */
export interface Pin {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** What is looked at. Sets are lists without repetition, in the order of the steps that made them. */
export interface View {
  readonly base: Base;
  /** Hops around the entities of the base. */
  readonly depth: number;
  /** Nodes of the base at most. */
  readonly limit: number;
  /** Nodes that one expansion adds at most. */
  readonly cap: number;
  /** Entities that were expanded; one that stands twice was expanded twice as far. */
  readonly opened: readonly string[];
  /** Entities behind which nothing is shown. */
  readonly closed: readonly string[];
  readonly hiddenKinds: readonly EntityKind[];
  readonly hiddenTypes: readonly RelationType[];
  /** Only what is in force on this day; null for all days. */
  readonly asOf: string | null;
  readonly layout: Layout;
  readonly selected: Selection | null;
  /** The ends of the path that is looked for. */
  readonly from: string | null;
  readonly to: string | null;
  readonly pins: readonly Pin[];
}

/** Least and most of the numbers, as the API takes them. */
export const BOUNDS = {
  depth: [1, 4],
  limit: [1, 2_000],
  cap: [1, 500],
  whole: [1, 20_000],
} as const satisfies Record<string, readonly [number, number]>;

/** The API takes no more origins. */
export const MOST_ORIGINS = 50;

/** What an address without parameters shows. */
export const OPENING: View = {
  base: { kind: 'around', of: ['Term:emr-vs-ehr'] },
  depth: 2,
  limit: 60,
  cap: 25,
  opened: [],
  closed: [],
  hiddenKinds: [],
  hiddenTypes: [],
  asOf: null,
  layout: 'FORCE',
  selected: null,
  from: null,
  to: null,
  pins: [],
};

export const isKind = (text: string): text is EntityKind => (ENTITY_KINDS as readonly string[]).includes(text);
export const isType = (text: string): text is RelationType => (RELATION_TYPES as readonly string[]).includes(text);
export const isLayout = (text: string): text is Layout => (LAYOUTS as readonly string[]).includes(text);
