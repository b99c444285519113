/** A view: exactly what the address holds. */
import { ENTITY_KINDS, type EntityKind } from '../../../model/kinds.ts';
import { RELATION_TYPES, type RelationType } from '../../../model/relations.ts';

/** The first picture, to which expansions are added: the neighborhood of some entities, or the best connected nodes of all. */
export type Base =
  | { readonly kind: 'around'; readonly of: readonly string[] }
  | { readonly kind: 'whole'; readonly limit: number };

/** How nodes are placed: by what they mean to the origin, or as the API's layouts place them. */
export const LAYOUTS = ['MEANING', 'FORCE', 'CIRCLE', 'LAYERED'] as const;
export type Layout = (typeof LAYOUTS)[number];

/**
 * Relation types that are left out until someone asks for them: they are most of the graph, and say least. Sorted, as the
 * address lists them.
 */
export const QUIET_TYPES = ['ALIAS_OF', 'MENTIONS'] as const satisfies readonly RelationType[];
export type QuietType = (typeof QUIET_TYPES)[number];

/** The entity or relation in the panel. */
export interface Selection {
  readonly kind: 'node' | 'edge';
  readonly id: string;
}

/** An entity that the user put at a position, in the picture's own units. */
export interface Pin {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** What the page shows. Sets are lists without repetition, in the order of the user's steps. */
export interface View {
  readonly base: Base;
  /** Hops around the entities of the base. */
  readonly depth: number;
  /** The limit of nodes in the base. */
  readonly limit: number;
  /** The limit of nodes that one expansion adds. */
  readonly cap: number;
  /** Expanded entities; one that is listed twice was expanded twice. */
  readonly opened: readonly string[];
  /** Collapsed entities. */
  readonly closed: readonly string[];
  readonly hiddenKinds: readonly EntityKind[];
  readonly hiddenTypes: readonly RelationType[];
  /** The quiet types that someone asked for. */
  readonly wantedTypes: readonly QuietType[];
  /** The keys of the vocabularies whose terms are shown; empty for all. */
  readonly vocabularies: readonly string[];
  /** Shows only what is in force on this day; null for today. */
  readonly asOf: string | null;
  readonly layout: Layout;
  readonly selected: Selection | null;
  /** The ends of the path to find. */
  readonly from: string | null;
  readonly to: string | null;
  readonly pins: readonly Pin[];
  /** The tour that the visitor is on. */
  readonly tour: TourStop | null;
}

/** A stop of a tour. */
export interface TourStop {
  readonly name: string;
  /** Counted from 1. */
  readonly stop: number;
}

/** The API's bounds of the numbers. */
export const BOUNDS = {
  depth: [1, 4],
  limit: [1, 2_000],
  cap: [1, 500],
  whole: [1, 20_000],
} as const satisfies Record<string, readonly [number, number]>;

/** The API's limit of origins. */
export const MOST_ORIGINS = 50;

/** The view of an address without parameters. */
export const OPENING: View = {
  base: { kind: 'around', of: ['Term:information-blocking'] },
  depth: 1,
  limit: 15,
  cap: 10,
  opened: [],
  closed: [],
  hiddenKinds: [],
  hiddenTypes: [],
  wantedTypes: [],
  vocabularies: [],
  asOf: null,
  layout: 'MEANING',
  selected: null,
  from: null,
  to: null,
  pins: [],
  tour: null,
};

export const isKind = (text: string): text is EntityKind => (ENTITY_KINDS as readonly string[]).includes(text);
export const isType = (text: string): text is RelationType => (RELATION_TYPES as readonly string[]).includes(text);
export const isQuiet = (text: string): text is QuietType => (QUIET_TYPES as readonly string[]).includes(text);
export const isLayout = (text: string): text is Layout => (LAYOUTS as readonly string[]).includes(text);
