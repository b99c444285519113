/** A view contains exactly the data in the explorer's address. */
import { ENTITY_KINDS, type EntityKind } from '../../../model/kinds.ts';
import { RELATION_TYPES, type RelationType } from '../../../model/relations.ts';

/**
 * The first picture, to which expansions are added. It shows the neighborhood of some entities, or the best-connected
 * nodes of the whole graph.
 */
export type Base =
  | { readonly kind: 'around'; readonly of: readonly string[] }
  | { readonly kind: 'whole'; readonly limit: number };

/** How nodes are placed: by what they mean to the origin, or by one of the API's layouts. */
export const LAYOUTS = ['MEANING', 'FORCE', 'CIRCLE', 'LAYERED'] as const;
export type Layout = (typeof LAYOUTS)[number];

/**
 * Relation types that are omitted until the user turns them on. They account for most of the graph but convey the least
 * information. The list is sorted, as in the address.
 */
export const QUIET_TYPES = ['ALIAS_OF', 'MENTIONS'] as const satisfies readonly RelationType[];
export type QuietType = (typeof QUIET_TYPES)[number];

/** The entity or relation in the panel. */
export interface Selection {
  readonly kind: 'node' | 'edge';
  readonly id: string;
}

/** An entity that the user moved to a position. The position is in the picture's own units. */
export interface Pin {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** What the page shows. Sets are lists without duplicates, in the order of the user's steps. */
export interface View {
  readonly base: Base;
  /** The number of hops around the entities of the base. */
  readonly depth: number;
  /** The maximum number of nodes in the base. */
  readonly limit: number;
  /** The maximum number of nodes that one expansion adds. */
  readonly cap: number;
  /** The expanded entities. An entity that is listed twice was expanded twice. */
  readonly opened: readonly string[];
  /** The collapsed entities. */
  readonly closed: readonly string[];
  readonly hiddenKinds: readonly EntityKind[];
  readonly hiddenTypes: readonly RelationType[];
  /** The quiet types that the user turned on. */
  readonly wantedTypes: readonly QuietType[];
  /** The keys of the vocabularies whose terms are shown. Empty for all vocabularies. */
  readonly vocabularies: readonly string[];
  /** Shows only what is in force on this date. Null for today. */
  readonly asOf: string | null;
  readonly layout: Layout;
  readonly selected: Selection | null;
  /** The two ends of the path to find. */
  readonly from: string | null;
  readonly to: string | null;
  readonly pins: readonly Pin[];
  /** The current tour of the visitor. */
  readonly tour: TourStop | null;
}

/** A stop of a tour. */
export interface TourStop {
  readonly name: string;
  /** The number of the stop, starting at 1. */
  readonly stop: number;
}

/** The API's limits for the numbers. */
export const BOUNDS = {
  depth: [1, 4],
  limit: [1, 2_000],
  cap: [1, 500],
  whole: [1, 20_000],
} as const satisfies Record<string, readonly [number, number]>;

/** The API's maximum number of origins. */
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
