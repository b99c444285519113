import { describe, expect, test } from 'vitest';
import { afterCursor, encodeCursor, parsePage, reversed } from '../../src/plan/cursor.ts';

const ORDER = [
  { cypher: 'edge.weight', descending: true },
  { cypher: 'node.id', descending: false },
];

describe('a page that is asked for', () => {
  test('has 20 rows from the beginning unless said', () => {
    expect(parsePage({}, 'a/list', ORDER)).toEqual({ count: 20, from: null, isBackward: false });
  });

  test('goes on after a cursor that the list gave', () => {
    const after = encodeCursor('a/list', [0.5, 'Term:ehr']);
    expect(parsePage({ first: 3, after }, 'a/list', ORDER)).toEqual({
      ...{ count: 3, from: [0.5, 'Term:ehr'], isBackward: false },
    });
  });

  const mine = encodeCursor('a/list', [0.5, 'Term:ehr']);
  test.each([
    ['of another list', encodeCursor('another/list', [0.5, 'Term:ehr'])],
    ['cut short', mine.slice(0, -3)],
    [
      'with other keys under the old checksum',
      Buffer.from(Buffer.from(mine, 'base64url').toString().replace('0.5', '0.9')).toString('base64url'),
    ],
    ['made up', Buffer.from('[0.5,"Term:ehr"]').toString('base64url')],
    ['not base64', '{"x":1}'],
    ['empty', ''],
  ])('refuses a cursor %s', (_what, after) => {
    expect(() => parsePage({ after }, 'a/list', ORDER)).toThrow(
      expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' }, message: expect.stringContaining('after:') }),
    );
  });

  test('is read from its end before a cursor', () => {
    expect(parsePage({ last: 3, before: mine }, 'a/list', ORDER)).toEqual({
      ...{ count: 3, from: [0.5, 'Term:ehr'], isBackward: true },
    });
    expect(reversed(ORDER).map(({ descending }) => descending)).toEqual([false, true]);
    expect(() => parsePage({ last: 101 }, 'a/list', ORDER)).toThrow('last: must be between 0 and 100, not 101');
    expect(() => parsePage({ before: 'x' }, 'a/list', ORDER)).toThrow('before:');
    expect(() => parsePage({ first: 3, last: 3 }, 'a/list', ORDER)).toThrow(/^first, last: /);
  });

  test.each([-1, 101])('refuses %i rows', (first) => {
    expect(() => parsePage({ first }, 'a/list', ORDER)).toThrow(`first: must be between 0 and 100, not ${first}`);
  });
});

test('the condition after a cursor begins with the first key, so that an index on it is used', () => {
  expect(afterCursor(ORDER, '$c')).toBe('edge.weight <= $c[0] AND (edge.weight < $c[0] OR (node.id > $c[1]))');
});
