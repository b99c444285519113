/** A view and its address are the same thing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatView, parseView } from '../../src/explorer/browser/view/url.ts';
import {
  BOUNDS,
  LAYOUTS,
  MOST_ORIGINS,
  OPENING,
  QUIET_TYPES,
  type View,
} from '../../src/explorer/browser/view/view.ts';
import { stopAddress, TOURS } from '../../src/explorer/tours.ts';
import { QUESTIONS } from '../../src/explorer/words.ts';
import { ENTITY_KINDS } from '../../src/model/kinds.ts';
import { RELATION_TYPES } from '../../src/model/relations.ts';

/** Ids hold anything: brackets, slashes, blanks, signs of addresses, letters of any script. */
const id = fc.oneof(
  fc.constantFrom('Term:ehr', 'Regulation:45-CFR-171.203(a)(1)', 'Standard:us-core/7.0.0/us-core-patient'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
);
const ids = (maxLength: number) => fc.uniqueArray(id, { maxLength });
const within = ([min, max]: readonly [number, number]) => fc.integer({ min, max });
const place = fc.integer({ min: -9_999_999_000, max: 9_999_999_000 }).map((value) => value / 1_000 + 0);
const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const view: fc.Arbitrary<View> = fc.record({
  base: fc.oneof(
    fc.record({ kind: fc.constant('around' as const), of: ids(MOST_ORIGINS) }),
    fc.record({ kind: fc.constant('whole' as const), limit: within(BOUNDS.whole) }),
    fc.constant(OPENING.base),
  ),
  depth: within(BOUNDS.depth),
  limit: within(BOUNDS.limit),
  cap: within(BOUNDS.cap),
  opened: fc.array(id, { maxLength: 20 }),
  closed: ids(20),
  hiddenKinds: fc.uniqueArray(fc.constantFrom(...ENTITY_KINDS)),
  hiddenTypes: fc.uniqueArray(fc.constantFrom(...RELATION_TYPES)),
  wantedTypes: fc.uniqueArray(fc.constantFrom(...QUIET_TYPES)),
  vocabularies: fc.uniqueArray(fc.constantFrom('glossograph', 'law', 'nist')),
  asOf: fc.option(day),
  layout: fc.constantFrom(...LAYOUTS),
  selected: fc.option(fc.record({ kind: fc.constantFrom('node' as const, 'edge' as const), id })),
  from: fc.option(id),
  to: fc.option(id),
  pins: fc.uniqueArray(fc.record({ id, x: place, y: place }), { maxLength: 20, selector: (pin) => pin.id }),
  tour: fc.constantFrom(null, ...TOURS.map(({ name, stops }) => ({ name, stop: stops.length }))),
});

const OPENED = 'Term:information-blocking';

describe('an address', () => {
  test('says a view, all of it', () => {
    fc.assert(
      fc.property(view, (one) => {
        expect(parseView(formatView(one))).toEqual(one);
        expect(parseView(`?${formatView(one)}`)).toEqual(one);
      }),
      { numRuns: 500 },
    );
  });

  test('of any text is a view, and says itself', () => {
    const names = [
      'of',
      'graph',
      'depth',
      'limit',
      'open',
      'hide',
      'day',
      'layout',
      'see',
      'edge',
      'pin',
      'from',
      'to',
    ];
    const pair = fc.tuple(fc.constantFrom(...names), fc.oneof(fc.string(), fc.integer().map(String), id));
    const query = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pair).map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&')),
    );
    fc.assert(
      fc.property(query, (text) => {
        const once = parseView(text);
        expect(parseView(formatView(once))).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });

  test('reads as people would write it', () => {
    expect(parseView('')).toEqual(OPENING);
    expect(formatView(OPENING)).toBe('');
    expect(
      parseView('of=Term:ehr&depth=2&hide=alias&without=maps-to&with=mentions&day=2024-02-29&layout=circle'),
    ).toEqual({
      ...OPENING,
      base: { kind: 'around', of: ['Term:ehr'] },
      depth: 2,
      hiddenKinds: ['ALIAS'],
      hiddenTypes: ['MAPS_TO'],
      wantedTypes: ['MENTIONS'],
      asOf: '2024-02-29',
      layout: 'CIRCLE',
    });
    expect(parseView('graph=2000').base).toEqual({ kind: 'whole', limit: 2_000 });
    expect(parseView('from=Term:a&to=Term:b').base).toEqual({ kind: 'around', of: [] });
  });

  test('passes over what it does not understand, and holds numbers within bounds', () => {
    expect(
      parseView('day=2023-02-29&layout=star&hide=planet&depth=far&pin=1,2&with=cites&tour=moon.1&tour=standards.9'),
    ).toEqual(OPENING);
    expect(parseView('depth=99&limit=0&graph=1000000')).toMatchObject({
      depth: 4,
      limit: 1,
      base: { kind: 'whole', limit: 20_000 },
    });
  });

  test('of a question or a stop of a tour says exactly what it shows', () => {
    const stops = TOURS.flatMap((tour) => tour.stops.map((_, i) => stopAddress(tour, i + 1).replace('/explore?', '')));
    expect(TOURS).toHaveLength(2);
    expect(QUESTIONS).toHaveLength(6);
    for (const text of [...QUESTIONS.map(({ query }) => query), ...stops]) {
      expect(
        decodeURIComponent(formatView(parseView(text)))
          .split('&')
          .sort(),
      ).toEqual(
        text
          .split('&')
          .filter((part) => part !== `of=${OPENED}`) // what an address without origins opens
          .sort(),
      );
    }
  });
});
