/** The steps of a user from view to view. Each is an entry in the browser's history. */
import type { EntityKind } from '../../../model/kinds.ts';
import type { RelationType } from '../../../model/relations.ts';
import { isQuiet, MOST_ORIGINS, OPENING, type Pin, type Selection, type View } from './view.ts';

export type Step = (view: View) => View;

const without = <T>(values: readonly T[], value: T): T[] => values.filter((one) => one !== value);
const toggled = <T>(values: readonly T[], value: T): T[] =>
  values.includes(value) ? without(values, value) : [...values, value];
const cleared = { opened: [], closed: [], pins: [], from: null, to: null } as const;

/** Starts again around one entity, and opens it. Depth, filters and day stay. */
export const focusOn =
  (id: string): Step =>
  (view) => ({ ...view, ...cleared, base: { kind: 'around', of: [id] }, selected: { kind: 'node', id } });

/** Adds another entity with its neighborhood to the picture. */
export const addOrigin =
  (id: string): Step =>
  (view) => {
    if (view.base.kind === 'whole') return openNode(id)(view);
    const of = [...without(view.base.of, id), id].slice(-MOST_ORIGINS);
    return { ...view, base: { kind: 'around', of }, selected: { kind: 'node', id } };
  };

/** Starts again with the best connected nodes of the whole graph. */
export const showWhole =
  (limit: number): Step =>
  (view) => ({ ...view, ...cleared, base: { kind: 'whole', limit }, selected: null });

/** Expands an entity: shows what was collapsed, or else more neighbors each time. */
export const openNode =
  (id: string): Step =>
  (view) =>
    view.closed.includes(id)
      ? { ...view, closed: without(view.closed, id) }
      : { ...view, opened: [...view.opened, id] };

/** Removes what expanding an entity added; without an expansion, hides the nodes that are reachable only through it. */
export const closeNode =
  (id: string): Step =>
  (view) =>
    view.opened.includes(id)
      ? { ...view, opened: without(view.opened, id) }
      : view.closed.includes(id)
        ? view
        : { ...view, closed: [...view.closed, id] };

export const select =
  (selected: Selection | null): Step =>
  (view) => ({ ...view, selected });

export const toggleKind =
  (kind: EntityKind): Step =>
  (view) => ({ ...view, hiddenKinds: toggled(view.hiddenKinds, kind) });

export const toggleType =
  (type: RelationType): Step =>
  (view) =>
    isQuiet(type)
      ? {
          ...view,
          wantedTypes: toggled(view.wantedTypes, type),
          hiddenKinds: type === 'ALIAS_OF' ? without(view.hiddenKinds, 'ALIAS') : view.hiddenKinds,
        }
      : { ...view, hiddenTypes: toggled(view.hiddenTypes, type) };

/** Shows every kind, type and vocabulary again, but for the quiet types. */
export const showAll: Step = (view) => ({
  ...view,
  hiddenKinds: [],
  hiddenTypes: [],
  wantedTypes: [],
  vocabularies: [],
});

/** Shows the terms of these vocabularies only; of all for an empty list. */
export const chooseVocabularies =
  (vocabularies: readonly string[]): Step =>
  (view) => ({ ...view, vocabularies });

/** Ends the tour and leaves the picture as it is. */
export const leaveTour: Step = (view) => ({ ...view, tour: null });

/** Asks for less, after an answer took too long: fewer nodes, or one hop. */
export const askForLess: Step = (view) =>
  view.base.kind === 'whole'
    ? showWhole(Math.max(1, Math.floor(view.base.limit / 4)))(view)
    : { ...view, ...cleared, depth: 1, limit: Math.min(view.limit, OPENING.limit) };

/** Sets depth, limits, day or layout. A change of layout removes all pins. */
export const set =
  (what: Partial<Pick<View, 'depth' | 'limit' | 'cap' | 'asOf' | 'layout'>>): Step =>
  (view) => ({ ...view, ...what, ...(what.layout !== undefined && { pins: [] }) });

/** Pins an entity at its position. */
export const pin =
  ({ id, x, y }: Pin): Step =>
  (view) => ({ ...view, pins: [...view.pins.filter((one) => one.id !== id), { id, x: rounded(x), y: rounded(y) }] });

export const unpin =
  (id: string): Step =>
  (view) => ({ ...view, pins: view.pins.filter((one) => one.id !== id) });

export const pathEnds =
  (ends: Partial<Pick<View, 'from' | 'to'>>): Step =>
  (view) => ({ ...view, ...ends });

/** Rounds a coordinate for the address: three decimals, no minus zero. */
const rounded = (value: number): number => Math.round(value * 1_000) / 1_000 + 0;
