/**
 * Writes a view as an address and reads it back. Reading never fails: it ignores everything that it cannot parse, so
 * old and mistyped links still open.
 */
import { isDay } from '../../../model/day.ts';
import { TOURS } from '../../tours.ts';
import type { Step } from './steps.ts';
import {
  type Base,
  BOUNDS,
  isKind,
  isLayout,
  isQuiet,
  isType,
  MOST_ORIGINS,
  OPENING,
  type Pin,
  type Selection,
  type TourStop,
  type View,
} from './view.ts';

/** At most this many characters; a longer address is not a link that people can send. */
const MOST_STEPS = 100;

/** The query of an address, without its `?`. Empty for the opening view. */
export function formatView(view: View): string {
  const query = new URLSearchParams();
  const add = (name: string, values: readonly string[]) => {
    for (const value of values) query.append(name, value);
  };
  const number = (name: 'depth' | 'limit' | 'cap') => {
    if (view[name] !== OPENING[name]) query.set(name, String(view[name]));
  };
  if (!sameBase(view.base, impliedBase(view.from, view.to))) {
    if (view.base.kind === 'whole') query.set('graph', String(view.base.limit));
    else add('of', view.base.of.length > 0 ? view.base.of : ['']);
  }
  number('depth');
  number('limit');
  number('cap');
  add('open', view.opened);
  add('close', view.closed);
  add('hide', view.hiddenKinds.map(word));
  add('without', view.hiddenTypes.map(word));
  add('with', view.wantedTypes.map(word));
  add('vocabulary', view.vocabularies);
  if (view.asOf !== null) query.set('day', view.asOf);
  if (view.layout !== OPENING.layout) query.set('layout', word(view.layout));
  if (view.selected) query.set(view.selected.kind === 'node' ? 'see' : 'edge', view.selected.id);
  if (view.from !== null) query.set('from', view.from);
  if (view.to !== null) query.set('to', view.to);
  add(
    'pin',
    view.pins.map(({ id, x, y }) => `${x},${y},${id}`),
  );
  if (view.tour) query.set('tour', `${view.tour.name}.${view.tour.stop}`);
  return query.toString();
}

/**
 * The address of the view after a step. A link with this address performs the step, either in this tab or in a new one.
 */
export const addressAfter = (view: View, step: Step): string => {
  const query = formatView(step(view));
  return query === '' ? '/explore' : `/explore?${query}`;
};

/** @param search with or without its `?` */
export function parseView(search: string): View {
  const query = new URLSearchParams(search);
  const some = (name: string) => [...new Set(query.getAll(name))].filter((value) => value !== '').slice(0, MOST_STEPS);
  const one = (name: string) => query.get(name) || null;
  const [from, to] = [one('from'), one('to')];
  const day = one('day');
  const layout = (one('layout') ?? '').toUpperCase();
  return {
    base: baseOf(query, from, to),
    depth: wholeNumber(query.get('depth'), BOUNDS.depth) ?? OPENING.depth,
    limit: wholeNumber(query.get('limit'), BOUNDS.limit) ?? OPENING.limit,
    cap: wholeNumber(query.get('cap'), BOUNDS.cap) ?? OPENING.cap,
    opened: query
      .getAll('open')
      .filter((id) => id !== '')
      .slice(0, MOST_STEPS),
    closed: some('close'),
    hiddenKinds: some('hide').map(value).filter(isKind),
    hiddenTypes: some('without').map(value).filter(isType),
    wantedTypes: some('with').map(value).filter(isQuiet),
    vocabularies: some('vocabulary'),
    asOf: day !== null && isDay(day) ? day : null,
    layout: isLayout(layout) ? layout : OPENING.layout,
    selected: selectionOf(one('see'), one('edge')),
    from,
    to,
    pins: pinsOf(query.getAll('pin')),
    tour: tourOf(one('tour')),
  };
}

function baseOf(query: URLSearchParams, from: string | null, to: string | null): Base {
  const limit = wholeNumber(query.get('graph'), BOUNDS.whole);
  if (limit !== null) return { kind: 'whole', limit };
  if (!query.has('of')) return impliedBase(from, to);
  const of = [...new Set(query.getAll('of'))].filter((id) => id !== '').slice(0, MOST_ORIGINS);
  return { kind: 'around', of };
}

/** The base of an address that names none: only the path for a link to a path, otherwise the opening view's base. */
const impliedBase = (from: string | null, to: string | null): Base =>
  from !== null && to !== null ? { kind: 'around', of: [] } : OPENING.base;

const sameBase = (a: Base, b: Base): boolean => JSON.stringify(a) === JSON.stringify(b);

const selectionOf = (node: string | null, edge: string | null): Selection | null =>
  node !== null ? { kind: 'node', id: node } : edge !== null ? { kind: 'edge', id: edge } : null;

function wholeNumber(text: string | null, [least, most]: readonly [number, number]): number | null {
  if (text === null || !/^\d{1,9}$/.test(text)) return null;
  return Math.min(Math.max(Number(text), least), most);
}

function pinsOf(values: readonly string[]): Pin[] {
  const pins = new Map<string, Pin>();
  for (const text of values.slice(0, MOST_STEPS)) {
    const [, x, y, id] = /^(-?\d{1,7}(?:\.\d{1,3})?),(-?\d{1,7}(?:\.\d{1,3})?),(.+)$/su.exec(text) ?? [];
    if (id !== undefined) pins.set(id, { id, x: Number(x) + 0, y: Number(y) + 0 });
  }
  return [...pins.values()];
}

/** A stop of a tour: `exceptions.2`. */
function tourOf(text: string | null): TourStop | null {
  const [, name = '', digits = ''] = /^([a-z-]+)\.([1-9]\d?)$/.exec(text ?? '') ?? [];
  const stop = Number(digits);
  const tour = TOURS.find((one) => one.name === name);
  return tour !== undefined && stop <= tour.stops.length ? { name, stop } : null;
}

/** A relation type in an address: MAPS_TO becomes maps-to. */
const word = (name: string): string => name.toLowerCase().replaceAll('_', '-');
const value = (text: string): string => text.toUpperCase().replaceAll('-', '_');
