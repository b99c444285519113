/** Definitions become CommonMark without HTML, in time that grows with their length and with nothing else. */
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { commonMark, oneSentence, plainName } from '../../../src/import/glossary/derive/text.ts';

test.each([
  ['<p>One.</p><p>Two <b>bold</b>,<br/>next line.</p>', 'One.\n\nTwo bold,\nnext line.'],
  ['<ul><li>first</li><li>second</li></ul>', '- first\n- second'],
  ['2<sup>32</sup> and x<sub>1</sub>', '2^32 and x_1'],
  ['a&nbsp;b &amp; c &#8212; d &#x2014; e &unknown; f', 'a b & c — d — e \\&unknown; f'],
  ['caf&eacute; &frac34; of&shy;fice &Eacute;', 'café ¾ office É'],
  ['of an <X>, <of an item>', 'of an \\<X>, \\<of an item>'],
  ['<!-- hidden -->seen<script>alert(1)</script><STYLE>p{}</STYLE>', 'seen'],
  ['&lt;img src=x onerror=alert(1)&gt;', '\\<img src=x onerror=alert(1)>'],
  ['<img src=x onerror=alert(1)>text', 'text'],
  [
    '[press](javascript:alert(1)) or [read](https://kites.example)',
    '[press\\](javascript:alert(1)) or [read](https://kites.example)',
  ],
  ['1 < 2 and a<b', '1 < 2 and a\\<b'],
  ['&amp;lt;p&amp;gt;', '\\&lt;p\\&gt;'],
])('%s', (written, read) => expect(commonMark(written)).toBe(read));

test('removes HTML and foreign links from any text', () => {
  const piece = fc.constantFrom(
    ...[
      '<',
      '>',
      '</',
      '<p>',
      '<script>',
      '</script>',
      '<!--',
      '-->',
      '&lt;',
      '&gt;',
      '&amp;',
      '&#60;',
      'x',
      ' ',
      '\n',
    ],
    ...['[a]', '(javascript:x)', ': javascript:x', '(https://x)', '"', '<b x="', '\\', '<?', '<!D', ']', '('],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const tree = JSON.stringify(fromMarkdown(commonMark(pieces.join(''))));
      expect(tree).not.toMatch(/"type":"html"/);
      expect(tree).not.toMatch(/"url":"javascript:/);
    }),
    { numRuns: 2_000 },
  );
});

describe('takes linear time for ten megabytes', () => {
  test.each(['<p ', '<!--', '<script', '&#', ' ', '\n', '](', 'a. ', '<b x="'])('%j', (piece) => {
    const started = performance.now();
    commonMark(piece.repeat(10_000_000 / piece.length));
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

test('puts a name on one line', () =>
  expect(plainName(' Card&nbsp;Management\n <i>System</i> ')).toBe('Card Management System'));

test.each([
  ['A kite flies, e.g. on a line.', true],
  ['A kite flies. It is light.', false],
  ['A kite (see Vol. 2) flies', true],
  [`A ${'very '.repeat(60)}long sentence.`, false],
  ['Two\n\nparagraphs', false],
])('%s', (text, isOne) => expect(oneSentence(text)).toBe(isOne ? text : undefined));
