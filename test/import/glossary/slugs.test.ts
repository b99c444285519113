/** Slugs of names: none twice, and the same whatever order the names come in. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distinctSlugs } from '../../../src/import/slug.ts';
import { nameKey } from '../../../src/search/words.ts';

const never = () => false;
const slugs = (...names: string[]) => Object.fromEntries(distinctSlugs(names.map(nameKey), never));

test('gives a plain name its plain slug; distinguishing characters add a suffix', () => {
  const together = slugs('C', 'C++', 'C#', '.C');
  expect(together.c).toBe('c');
  expect(together['c++']).toMatch(/^c-[0-9a-f]{8}$/);
  for (const name of ['c++', 'c#']) expect(slugs(name)[name]).toBe(together[name]);
  expect(slugs('Red Team', 'red-team')['red team']).toBe('red-team');
  expect(slugs('∅', '+')).toEqual({
    '∅': expect.stringMatching(/^[0-9a-f]{8}$/),
    '+': expect.stringMatching(/^[0-9a-f]{8}$/),
  });
});

test('does not give a taken slug', () => {
  const given = distinctSlugs(['kite'], (slug) => slug === 'kite');
  expect(given.get('kite')).toMatch(/^kite-[0-9a-f]{8}$/);
});

test('gives unique slugs that do not depend on the order', () => {
  const name = fc
    .array(fc.constantFrom('a', 'b', ' ', '-', '+', '(', '.', 'é'), { minLength: 1, maxLength: 5 })
    .map((one) => one.join(''));
  fc.assert(
    fc.property(
      fc.uniqueArray(
        name.map(nameKey).filter((key) => key !== ''),
        { minLength: 1, maxLength: 30 },
      ),
      fc.infiniteStream(fc.nat()),
      (keys, order) => {
        const shuffled = keys.map((key) => ({ key, at: order.next().value as number })).sort((a, b) => a.at - b.at);
        const [one, other] = [
          distinctSlugs(keys, never),
          distinctSlugs(
            shuffled.map(({ key }) => key),
            never,
          ),
        ];
        expect(new Set(one.values()).size).toBe(keys.length);
        for (const key of keys) expect(other.get(key)).toBe(one.get(key));
      },
    ),
  );
});
