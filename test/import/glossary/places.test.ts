/** Where a JSON document is faulty, and where its parts stand. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeAt, placeInJson } from '../../../src/import/json-place.ts';

test("finds a syntax error where JavaScript's parser does, when that reports it", () => {
  const broken = fc
    .tuple(fc.json({ maxDepth: 4 }), fc.nat(), fc.constantFrom('', ',', '}', ']', '"', ':', '\\', 'x', '\n', '1', '{'))
    .map(([text, at, piece]) => {
      const i = at % (text.length + 1);
      return text.slice(0, i) + piece + text.slice(piece === '' ? i + 1 : i);
    });
  let told = 0;
  fc.assert(
    fc.property(broken, (text) => {
      let position: string | undefined;
      try {
        JSON.parse(text);
        return;
      } catch (error) {
        position = / at position (\d+)/.exec((error as Error).message)?.[1];
      }
      if (position === undefined || /Unterminated|escape|control/i.test(faultOf(text))) return;
      told += 1;
      // Of a number or a word the parser names the sign at which it goes wrong, and we name where it begins.
      const begins = text.slice(0, Number(position)).replace(/(?<![\w.+-])[\w.+-]*$/, '').length;
      expect([placeAt(text, begins), placeAt(text, Number(position))]).toContainEqual(placeInJson(text));
    }),
    { numRuns: 3_000 },
  );
  expect(told).toBeGreaterThan(500);
});

const faultOf = (text: string): string => {
  try {
    JSON.parse(text);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

test('finds a part by its path, or the closest part around it', () => {
  const text = '{\n "a": [1,\n  {"b": "}]", "a": null}],\n "c": {}\n}';
  expect(placeInJson(text, ['a', 1, 'a'])).toEqual({ line: 3, column: 20 });
  expect(placeInJson(text, ['a', 1, 'z'])).toEqual({ line: 3, column: 3 });
  expect(placeInJson(text, ['c'])).toEqual({ line: 4, column: 7 });
  expect(placeInJson(text, [])).toEqual({ line: 1, column: 1 });
});

test('handles deep documents and long texts', () => {
  expect(placeInJson(`${'['.repeat(200_000)}x`)).toEqual({ line: 1, column: 200_001 });
  expect(placeInJson(`["${'a'.repeat(10_000_000)}",]`)).toEqual({ line: 1, column: 10_000_005 });
});
