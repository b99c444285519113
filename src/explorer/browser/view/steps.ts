/** The steps that lead a user from one view to the next. Each step adds an entry to the browser's history. */
import type { EntityKind } from '../../../model/kinds.ts';
import type { RelationType } from '../../../model/relations.ts';
import { isQuiet, MOST_ORIGINS, OPENING, type Pin, type Selection, type View } from './view.ts';

export type Step = (view: View) => View;

const without = <T>(values: readonly T[], value: T): T[] => values.filter((one) => one !== value);
const toggled = <T>(values: readonly T[], value: T): T[] =>
  values.includes(value) ? without(values, value) : [...values, value];
const cleared = { opened: [], closed: [], pins: [], from: null, to: null } as const;

/** Starts a new picture around one entity and opens the entity. The depth, the filters, and the date stay the same. */
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

/** Starts a new picture with the best-connected nodes of the whole graph. */
export const showWhole =
  (limit: number): Step =>
  (view) => ({ ...view, ...cleared, base: { kind: 'whole', limit }, selected: null });

/** Expands an entity: shows its collapsed nodes, or else adds more neighbors each time. */
export const openNode =
  (id: string): Step =>
  (view) =>
    view.closed.includes(id)
      ? { ...view, closed: without(view.closed, id) }
      : { ...view, opened: [...view.opened, id] };

/**
 * Removes the nodes that expanding an entity added. Without an expansion, hides the nodes that are reachable only
 * through the entity.
 */
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

/** Shows every kind, type, and vocabulary again, except the quiet types. */
export const showAll: Step = (view) => ({
  ...view,
  hiddenKinds: [],
  hiddenTypes: [],
  wantedTypes: [],
  vocabularies: [],
});

/** Shows only the terms in these vocabularies. An empty list shows the terms of all vocabularies. */
export const chooseVocabularies =
  (vocabularies: readonly string[]): Step =>
  (view) => ({ ...view, vocabularies });

/** Ends the tour but leaves the picture unchanged. */
export const leaveTour: Step = (view) => ({ ...view, tour: null });

/** Requests a smaller picture after a response took too long: fewer nodes or only one hop. */
export const askForLess: Step = (view) =>
  view.base.kind === 'whole'
    ? showWhole(Math.max(1, Math.floor(view.base.limit / 4)))(view)
    : { ...view, ...cleared, depth: 1, limit: Math.min(view.limit, OPENING.limit) };

/** Sets the depth, the limits, the date, or the layout. Changing the layout removes all pins. */
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
