/** The text of the law as markup: nothing in it becomes markup, and no word is lost. No server, no browser. */
import '../../src/view/hidden-signs.ts';
import fc from 'fast-check';
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { regulationId } from '../../src/model/citation.ts';
import { parseCitation } from '../../src/model/citations/parse.ts';
import { anchorOf, type Passage } from '../../src/view/law/passage.ts';
import { Passages } from '../../src/view/law/passages.tsx';
import { LawText } from '../../src/view/law/text.tsx';
import { decoded, hostile, unmarked } from './hostile-text.ts';

/** What a reader sees. */
const textOf = (markup: string) => decoded(markup.replace(/<[^>]*>/g, ''));

describe('the text of the law', () => {
  const passage = (text: string, more: Partial<Passage> = {}): Passage => ({
    ...{ id: 'Regulation:99-CFR-7.2', citation: '99 CFR 7.2', heading: null, reserved: false },
    ...{ text, italics: [], annotations: [], cites: [] },
    ...more,
  });
  const shown = (one: Passage) =>
    render(h(LawText, { passage: one, showing: { asOf: null, anchorOf: () => null, withItalics: true } }));

  const under = (designators: string, text: string, heading: string | null = null) =>
    passage(text, { id: `Regulation:99-CFR-7.2${designators}`, citation: `99 CFR 7.2${designators}`, heading });

  test('keeps every word and is well formed, wherever italics, terms and citations are', () => {
    const range = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    fc.assert(
      fc.property(
        hostile,
        fc.array(range, { maxLength: 5 }),
        fc.array(range, { maxLength: 5 }),
        fc.array(fc.nat(60), { maxLength: 6 }),
        (text, terms, places, turns) => {
          const made = unmarked(
            shown(
              passage(text, {
                italics: [...turns].sort((a, b) => a - b),
                annotations: terms.map((term) => ({
                  ...term,
                  entities: [{ id: 'Term:x', label: '<x>', shortDefinition: '"><b>' }],
                })),
                cites: places.map((place) => ({
                  targetCitation: '99 CFR 7.1',
                  target: { id: 'Regulation:99-CFR-7.1' },
                  evidence: [place],
                })),
              }),
            ),
          );
          expect(textOf(made)).toBe(text);
          expect(
            made.replace(
              /<i>|<\/i>|<a class="(?:cite|cite short|term)" href="[^"<>]*"(?: data-card="card-x")?>|<\/a>/g,
              '',
            ),
          ).not.toMatch(/</);
          expect(made).not.toMatch(/<a [^>]*>(?:(?!<\/a>).)*<a /s);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('links each of several targets in the same words', () => {
    const text = 'meets paragraphs (a) and (b)(2) of this section';
    const cites = ['99 CFR 7.2(a)', '99 CFR 7.2(b)(2)'].map((targetCitation) => ({
      targetCitation,
      target: { id: regulationId(parseCitation(targetCitation) ?? { title: 0, paragraphs: [] }) },
      evidence: [{ start: 6, end: text.length }],
    }));
    expect(shown(passage(text, { cites }))).toBe(
      'meets paragraphs <a class="cite short" href="/regulation/99-CFR-7.2(a)">(a)</a> and <a class="cite short" href="/regulation/99-CFR-7.2(b)(2)">(b)(2)</a> of this section',
    );
  });

  test('names the card of a term', () => {
    const entity = { id: 'Term:kite', label: 'Kite', shortDefinition: 'A thing on a string' };
    const [named, silent] = [entity, { ...entity, shortDefinition: null }].map((one) =>
      shown(passage('A kite.', { annotations: [{ start: 2, end: 6, entities: [one] }] })),
    );
    expect(named).toBe('A <a class="term" href="/term/kite" data-card="card-kite">kite</a>.');
    expect(silent).toBe('A <a class="term" href="/term/kite">kite</a>.');
  });

  test('folds the first level of a long text, without losing a letter or an anchor', () => {
    const all = [
      passage('Rules.'),
      ...['a', 'b'].flatMap((letter) => [
        under(`(${letter})`, `(${letter}) Clinical—`, 'Clinical'),
        ...Array.from({ length: 32 }, (_, i) => under(`(${letter})(${i + 1})`, `(${i + 1}) Of one keeper.`)),
      ]),
      under('(c)', '(c) Short.'),
    ];
    const made = render(h(Passages, { passages: all, asOf: null, withItalics: true }));
    expect(textOf(made)).toBe(all.map(({ text }) => text).join(''));
    expect(made.match(/<details>/g)).toHaveLength(2);
    expect(made).toContain('<section id="p-a">');
    for (const { id } of all) expect(made.split(`id="${anchorOf(id)}"`)).toHaveLength(2);
    const short = render(h(Passages, { passages: all.slice(0, 40), asOf: null, withItalics: true }));
    expect(short).not.toContain('<details');
  });
});
