/** Characters that nobody sees are shown as marks, and texts that need them are left alone. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsOf, withMarks } from '../../src/prose/hidden.ts';

test.each([
  ['a right-to-left override', 'EMR\u202efdp', 'EMR⟨U+202E⟩fdp'],
  ['an isolate', 'a\u2066b\u2069', 'a⟨U+2066⟩b⟨U+2069⟩'],
  ['an override in a right-to-left text', 'שלום\u202eabc', 'שלום⟨U+202E⟩abc'],
  ['a zero-width space', 'E\u200bHR', 'E⟨U+200B⟩HR'],
  ['a word joiner and a byte order mark', '\ufeffE\u2060HR', '⟨U+FEFF⟩E⟨U+2060⟩HR'],
  ['joiners between Latin letters', 'E\u200dH\u200cR', 'E⟨U+200D⟩H⟨U+200C⟩R'],
  ['a joiner after an emoji and before a letter', '👩\u200dR', '👩⟨U+200D⟩R'],
  ['a second joiner', 'ه\u200d\u200d', 'ه\u200d⟨U+200D⟩'],
  ['a direction mark in a left-to-right text', 'EHR\u200f', 'EHR⟨U+200F⟩'],
  ['tags without a flag', 'EHR\u{e0041}', 'EHR⟨U+E0041⟩'],
  ['an escape sequence of a terminal', '\u001b[2Jgone\u0000', '⟨U+001B⟩[2Jgone⟨U+0000⟩'],
])('marks %s', (_what, text, marked) => expect(withMarks(text)).toBe(marked));

test.each([
  ['Persian with a non-joiner', 'می\u200cخواهم'],
  ['an abbreviation that ends with a joiner', 'ه\u200d'],
  ['Sinhala with a joiner', 'ශ්\u200dරී'],
  ['a family of emoji', '👨\u200d👩\u200d👧'],
  ['a rainbow flag', '🏳️\u200d🌈'],
  ['a health worker of a skin tone', '👩🏽\u200d⚕️'],
  ['the flag of Scotland', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
  ['Hebrew with a direction mark', 'שלום (EHR)\u200f'],
  ['Thai with zero-width spaces', 'สวัสดี\u200bชาวโลก'],
  ['line breaks, tabs and soft hyphens', 'a\r\n\tb\u00adc'],
])('leaves %s alone', (_what, text) => expect(partsOf(text)).toEqual([text]));

test('says which character a mark stands for', () =>
  expect(partsOf('\u202e')).toEqual([{ mark: '⟨U+202E⟩', name: 'Right-to-left override' }]));

test('changes nothing else in any text, and nothing the second time', () => {
  const unit = fc.oneof(
    fc.constantFrom('\u200b', '\u202e', '\u200d', 'ه', '👩', 'a'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
      const text = units.join('');
      const marked = withMarks(text);
      expect(withMarks(marked)).toBe(marked);
      const back = marked.replace(/⟨U\+([\dA-F]{4,5})⟩/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)));
      expect(back).toBe(text);
    }),
    { numRuns: 1_000 },
  );
});
