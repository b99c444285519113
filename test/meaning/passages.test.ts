import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { EntityTexts } from '../../cypher/meaning/index.ts';
import { hashOf, passagesOf } from '../../src/meaning/passages.ts';

const entity = (more: Partial<EntityTexts> & Pick<EntityTexts, 'kind' | 'label'>): EntityTexts => ({
  ...{ id: 'x', vocabulary: null, aliases: [], describedBy: [], citation: null, heading: null, summary: null },
  ...{ shortDefinition: null, definition: null, text: null, keyTakeaways: null, sectionBodies: null },
  ...more,
});
const texts = (of: EntityTexts, heading?: string) => passagesOf(of, () => heading).map(({ text }) => text);

describe('the passages of an entity', () => {
  test('of a term are its definition, its names, its takeaways, and each paragraph of its page', () => {
    const kite = entity({
      ...{ kind: 'Term', label: 'Kite', vocabulary: 'glossograph', aliases: ['Flying toy'] },
      ...{ shortDefinition: 'A kite flies on a string.', keyTakeaways: ['It needs *wind*.'] },
      sectionBodies: ['A kite has a frame and a sail.\n\n- It can be flown by a child.\n- Or not.'],
    });
    expect(texts(kite)).toEqual([
      'Kite (Flying toy): A kite flies on a string.',
      'Kite (Flying toy)',
      'Kite: It needs wind.',
      'Kite: A kite has a frame and a sail.',
      'Kite: - It can be flown by a child.',
    ]);
    expect(texts({ ...kite, vocabulary: 'nist', keyTakeaways: null, sectionBodies: null })).toEqual([
      'Kite (Flying toy): A kite flies on a string.',
    ]);
  });

  test('of a term without a definition are none, because its name is found as a name', () => {
    expect(texts(entity({ kind: 'Term', label: 'Kite' }))).toEqual([]);
  });

  test('of a paragraph are its words below the heading of its section, 120 at a time', () => {
    const words = Array.from({ length: 130 }, (_, i) => `w${i}`);
    const paragraph = entity({
      kind: 'Regulation',
      label: '§ 7.1(a)',
      citation: '45 CFR 7.1(a)',
      text: words.join(' '),
    });
    expect(texts(paragraph, 'Kites')).toEqual([
      `Kites. ${words.slice(0, 120).join(' ')}`,
      `Kites. ${words.slice(120).join(' ')}`,
    ]);
  });

  test('of a provision also are what terms about it say', () => {
    const section = entity({
      ...{ kind: 'Regulation', label: '§ 7.1', citation: '45 CFR 7.1', heading: 'Kites' },
      describedBy: ['Kite: A kite flies on a string.'],
    });
    expect(texts(section)).toEqual(['Kites.', 'Kites. Kite: A kite flies on a string.']);
  });

  test('have a hash that changes with their text and not with anything else', () => {
    const of = (text: string) => hashOf([{ text, weight: 1 }]);
    expect(of('a')).toBe(of('a'));
    expect(of('a')).not.toBe(of('b'));
  });
});

test('the image has the model that the code looks for', () => {
  const image = readFileSync(new URL('../../Dockerfile', import.meta.url), 'utf8');
  // The code downloads it into a folder of its own, below the folder that the server looks in.
  expect(image).toContain("ensureModel('files', ");
  expect(image).toContain('COPY --from=model /model/files ./.glossograph\n');
});
