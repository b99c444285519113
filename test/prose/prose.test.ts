/** What people wrote, as pieces; and names in it, wherever CommonMark puts them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bySection, namesOn, pageText } from '../../src/prose/page-text.ts';
import { type NameSpan, type ProsePiece, proseOf } from '../../src/prose/prose.ts';

/** Names as people look for them: every occurrence of a word. */
const namesIn = (source: string, word: string): NameSpan<string>[] =>
  [...source.matchAll(new RegExp(word, 'g'))].map(({ index }) => ({
    ...{ start: index, end: index + word.length, meant: word },
  }));

const all = <Meant>(pieces: readonly ProsePiece<Meant>[]): ProsePiece<Meant>[] =>
  pieces.flatMap((piece) => [piece, ...('pieces' in piece ? all(piece.pieces) : [])]);
const named = (source: string, word = 'kite') =>
  all(proseOf(source, namesIn(source, word))).flatMap((piece) => (piece.kind === 'name' ? [piece.text] : []));
const textOf = <Meant>(pieces: readonly ProsePiece<Meant>[]) =>
  all(pieces)
    .map((piece) => ('text' in piece ? piece.text : ''))
    .join('');

describe('names', () => {
  test.each([
    ['A kite flies. A kite lands.', 2],
    ['A *kite*, a **kite** and a *big kite*.', 3],
    ['- a kite\n- no\n  kite\n\n1. kite', 3],
    ['> a kite\n> and a kite', 2],
    ['Two lines,\nthe second has a kite.', 1],
    ['# kite', 1],
  ])('are found in %j', (source, count) => {
    expect(named(source)).toEqual(Array(count).fill('kite'));
  });

  test('may continue on the next line, whatever its indentation', () => {
    expect(named('- a paper\n  kite flies', 'paper\n  kite')).toEqual(['paper\nkite']);
  });

  test.each(['`kite`', '[a kite](/term/kite)', '```\nkite\n```', '![kite](x)', '<kite>', 'k\\*te kite'])(
    'stay text in %j',
    (source) => {
      expect(named(source)).toEqual([]);
    },
  );

  test('never change the text, whatever their offsets', () => {
    const words = fc.constantFrom(
      'kite',
      '*kite*',
      'a',
      '§ 7',
      '\n',
      '\n\n',
      '- ',
      '> ',
      '`',
      '[',
      '](/x)',
      '\\*',
      '&amp;',
      ' ',
    );
    const place = fc.tuple(fc.nat(40), fc.nat(40), fc.string());
    fc.assert(
      fc.property(fc.array(words, { maxLength: 16 }), fc.array(place, { maxLength: 6 }), (parts, places) => {
        const source = parts.join('');
        const names = places.map(([a, b, meant]) => ({ start: Math.min(a, b), end: Math.max(a, b), meant }));
        const bare = (text: string) => text.replaceAll('\u00a0', ' ');
        const pieces = proseOf(source, names);
        expect(bare(textOf(pieces))).toBe(bare(textOf(proseOf(source))));
        for (const piece of all(pieces)) {
          if (piece.kind !== 'name') continue;
          const lines = ({ start, end }: NameSpan<string>) => source.slice(start, end).replace(/ *\n[\s>]*/g, '\n');
          expect(names.filter(({ meant }) => meant === piece.meant).map(lines)).toContain(piece.text);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the page of a term', () => {
  const sections = [{ body: 'A kite.' }, { body: '' }, { body: 'Flies a *kite*.' }];

  test('has its sections or its definition, and maps names back to their sections', () => {
    const text = pageText({ definition: 'other', sectionBodies: sections.map(({ body }) => body) });
    expect(pageText({ definition: 'other', sectionBodies: [] })).toBe('other');
    expect(pageText({})).toBe('');
    const placed = bySection(sections, namesIn(text, 'kite'));
    expect(placed.map(({ body, names }) => names.map(({ start, end }) => body.slice(start, end)))).toEqual([
      ['kite'],
      [],
      ['kite'],
    ]);
  });

  test('has only verified names', () => {
    const evidence = (start: number | null, verified: boolean) => ({ start, end: start && start + 4, verified });
    expect(namesOn([{ node: 'x', evidence: [evidence(2, true), evidence(9, false), evidence(null, true)] }])).toEqual([
      { start: 2, end: 6, meant: 'x' },
    ]);
  });
});

test('links only to the web and to this site, keeps HTML as text, and limits nesting', () => {
  const kinds = (source: string) => all(proseOf(source)).map(({ kind }) => kind);
  expect(kinds('[a](https://a.example) [b](/term/b) [c](#c)').filter((kind) => kind === 'link')).toHaveLength(3);
  for (const address of ['javascript:alert(1)', '//a.example', '/\\a.example', 'https://', 'data:text/html,x']) {
    expect(kinds(`[a](${address})`)).not.toContain('link');
  }
  expect(textOf(proseOf('a <b>c</b>'))).toBe('a <b>c</b>');
  expect(all(proseOf(`${'> '.repeat(200)}deep`)).length).toBeLessThan(30);
});
