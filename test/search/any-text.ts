/** Whatever a person, or somebody who means harm, can type into a search box. */
import fc from 'fast-check';

const SYNTAX = [
  ...'+-!(){}[]^"~*?:\\/\'$`;<>=%#@,._& |'.split(''),
  ...['&&', '||', 'AND', 'OR', 'NOT', 'TO', '//', '/*', '*:*', '[* TO *]', '_exists_:', 'nameWords:', '~2', '^9', '..'],
  ...['MATCH (n) DETACH DELETE n', "'}) RETURN 1 //", '$given', '`n`', '\\u0027', '\n', '\r', '\t', '\u0000', '\u0007'],
  ...[
    '\ud800',
    '\udfff',
    '\u200b',
    '\u202e',
    '\ufeff',
    '\ufffe',
    '½',
    'ﬁ',
    'İ',
    '汉字',
    'é',
    'e\u0301',
    '😀',
    "o'",
    '1.2',
    '1,2',
  ],
];

/** Short and long, plain, binary, syntax, and words as long as a page. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  {
    weight: 5,
    arbitrary: fc
      .array(fc.oneof(fc.constantFrom(...SYNTAX), fc.string({ maxLength: 6 })), { maxLength: 14 })
      .map((parts) => parts.join('')),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
      .map((units) => String.fromCharCode(...units)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('a', 'é', '1', '.', '\u0301', '汉', '-', 'a.'), fc.integer({ min: 100, max: 10_240 }))
      .map(([unit, length]) => unit.repeat(Math.ceil(length / unit.length))),
  },
);
