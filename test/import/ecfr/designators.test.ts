/** Which level a designator opens: the sequence tells. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Designator, readLevels } from '../../../src/import/ecfr/provisions/designators.ts';
import { distinctPaths } from '../../../src/import/ecfr/provisions/distinct-paths.ts';
import { isDesignator, rangeOf } from '../../../src/model/citations/designators.ts';

/** "a 1 i *1*": designators as they stand one after the other; asterisks are italics, `+` opens in the same block. */
const sequence = (written: string): Designator[] =>
  written.split(' ').map((word) => ({
    value: word.replace(/[*+]/g, ''),
    italic: word.includes('*'),
    opens: word.startsWith('+'),
    ...(/^"/.test(word) && { value: word.slice(1, -1), term: { underCurrent: false } }),
  }));
const paths = (written: string) => readLevels(sequence(written)).map((path) => path.join('.'));

describe('reads a designator by its neighbors', () => {
  test.each([
    ['(i) after (h) is a letter', 'g h i j', ['g', 'h', 'i', 'j'].map((x, i) => (i === 0 ? 'g' : x))],
    ['(i) after (1) is a roman numeral', 'a 1 i ii 2', ['a', 'a.1', 'a.1.i', 'a.1.ii', 'a.2']],
    ['(i) after (h)(1) is roman when (ii) follows', 'h 1 i ii 2', ['h', 'h.1', 'h.1.i', 'h.1.ii', 'h.2']],
    [
      '(i) after (h)(1) is a letter when (j) follows',
      'a b c d e f g h 1 2 i j',
      [...'abcdefgh'].concat('h.1', 'h.2', 'i', 'j'),
    ],
    [
      '(v) after (iv) is five',
      'a 1 i ii iii iv v vi',
      ['a', 'a.1', 'a.1.i', 'a.1.ii', 'a.1.iii', 'a.1.iv', 'a.1.v', 'a.1.vi'],
    ],
    [
      'all six levels',
      'a 1 i A *1* *i* *ii* *2* B ii 2 b',
      [
        'a',
        'a.1',
        'a.1.i',
        'a.1.i.A',
        'a.1.i.A.1',
        'a.1.i.A.1.i',
        'a.1.i.A.1.ii',
        'a.1.i.A.2',
        'a.1.i.B',
        'a.1.ii',
        'a.2',
        'b',
      ],
    ],
    ['two levels in one block', 'a +1 2 b', ['a', 'a.1', 'a.2', 'b']],
    ['the list of a definition', '"x" 1 2 i ii "y" 1', ['x', 'x.1', 'x.2', 'x.2.i', 'x.2.ii', 'y', 'y.1']],
    ['italics that were lost', 'a 1 i A 1 2 B', ['a', 'a.1', 'a.1.i', 'a.1.i.A', 'a.1.i.A.1', 'a.1.i.A.2', 'a.1.i.B']],
    ['a repeated letter moves nothing', 'a b b c', ['a', 'b', 'b', 'c']],
    ['a repeated number moves nothing', 'a b 1 2 2 3 c', ['a', 'b', 'b.1', 'b.2', 'b.2', 'b.3', 'c']],
    ['a repeated numeral below a level that was skipped', 'a i A ii ii b', ['a', 'a.i', 'a.i.A', 'a.ii', 'a.ii', 'b']],
    [
      'a repeated numeral that has paragraphs',
      'b 2 i ii iii A B iv iv A B v 3',
      'b b.2 b.2.i b.2.ii b.2.iii b.2.iii.A b.2.iii.B b.2.iv b.2.iv b.2.iv.A b.2.iv.B b.2.v b.3'.split(' '),
    ],
    ['after z comes aa', 'x y z aa bb', ['x', 'y', 'z', 'aa', 'bb']],
  ])('%s', (_, written, expected) => {
    expect(paths(written)).toEqual(expected);
  });
});

/** A tree of paragraphs by how many children each has, six levels at most. */
interface Tree {
  children: Tree[];
}
const tree = (depth: number): fc.Arbitrary<Tree> =>
  fc.record({ children: depth === 0 ? fc.constant([]) : fc.array(tree(depth - 1), { maxLength: depth > 4 ? 12 : 3 }) });
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const VALUE = [
  (n: number) => String.fromCharCode(97 + n),
  (n: number) => String(n + 1),
  (n: number) => ROMAN[n] ?? '',
  (n: number) => String.fromCharCode(65 + n),
  (n: number) => String(n + 1),
  (n: number) => ROMAN[n] ?? '',
];

function flat({ children }: Tree, depth = 0, path: string[] = []): { designator: Designator; path: string[] }[] {
  return children.flatMap((child, n) => {
    const value = VALUE[depth]?.(n) ?? '';
    const own = [...path, value];
    return [{ designator: { value, italic: depth >= 4, opens: false }, path: own }, ...flat(child, depth + 1, own)];
  });
}

test('reads back any tree of paragraphs with CFR numbering', () => {
  fc.assert(
    fc.property(tree(6), (root) => {
      const all = flat(root);
      // `(h)(1)` with one child `(i)`, and then a letter i: nobody could tell them apart, so what follows decides; where
      // nothing follows, neither do we claim to.
      const ambiguous = all.some(({ path }) => path[0] === 'h' && path.length === 3 && path[2] === 'i');
      const [before, last] = all.slice(-2).map(({ path }) => path);
      const undecided = before?.[0] === 'h' && before.length === 2 && last?.join() === 'i';
      fc.pre(!ambiguous && !undecided);
      expect(readLevels(all.map(({ designator }) => designator))).toEqual(all.map(({ path }) => path));
    }),
    { numRuns: 150 },
  );
});

test('tells designators from other texts in parentheses', () => {
  for (const yes of ['a', 'z', 'aa', '1', '12', 'iv', 'xxviii', 'A', 'AA']) expect(isDesignator(yes), yes).toBe(true);
  for (const no of ['the', 'or', 'ab', 'did', 'EHI', 'iiii']) expect(isDesignator(no), no).toBe(false);
});

describe('lists the members of a range', () => {
  test.each([
    ['a', 'c', 'a b c'],
    ['1', '4', '1 2 3 4'],
    ['i', 'iv', 'i ii iii iv'],
    ['E', 'I', 'E F G H I'],
    ['y', 'bb', 'y z aa bb'],
  ])('%s to %s', (from, to, members) => {
    expect(rangeOf(from, to)?.join(' ')).toBe(members);
  });
  test('reads letters where letters are meant', () => expect(rangeOf('h', 'j', true)).toEqual(['h', 'i', 'j']));
  test('has no members for a descending range', () => expect(rangeOf('c', 'a')).toBeNull());
});

test('gives the second of two equal designators a path of its own, with its own paragraphs inside', () => {
  const written = ['a', 'a.1', 'b', 'b.1', 'b', 'b.1', 'b.1.i', 'c'].map((path) => path.split('.'));
  expect(distinctPaths(written).map(({ path, repeats }) => [path.join('.'), repeats?.join('.')])).toEqual([
    ['a', undefined],
    ['a.1', undefined],
    ['b', undefined],
    ['b.1', undefined],
    ['b 2', 'b'],
    ['b 2.1', undefined],
    ['b 2.1.i', undefined],
    ['c', undefined],
  ]);
});
