/** The notations in which tables write paths. */
import { describe, expect, test } from 'vitest';
import { readNames, readPaths } from '../../../src/import/uscdi/path.ts';

/** Each item as "Head>step>step", or its text in angle brackets where it is no path. */
const read = (cell: string) =>
  readPaths(cell).map(({ text, path }) =>
    path === null
      ? `<${text}>`
      : [
          path.head,
          ...path.steps.map((step) =>
            step.to === 'child'
              ? [step.name, step.slice].filter((one) => one !== undefined).join(':')
              : step.to === 'type'
                ? `(${step.name})`
                : `${step.name}{${step.url}}`,
          ),
        ].join('>'),
  );

describe('a cell of paths', () => {
  test.each([
    ['Kite', ['Kite']],
    ['Kite.line.length', ['Kite>line>length']],
    [' Kite.line. ', ['Kite>line']],
    ['Kite.tail[x]', ['Kite>tail[x]']],
    ['Kite.line[0].length', ['Kite>line>length']],
    ['Kite.line:left.length', ['Kite>line:left>length']],
    ['Kite.name | Flyer.name', ['Kite>name', 'Flyer>name']],
    ['Kite,Flyer,', ['Kite', 'Flyer']],
    ['Kite.name+Kite.tail[x]', ['Kite>name', 'Kite>tail[x]']],
    ['Kite.name\nFlyer.name; Kite', ['Kite>name', 'Flyer>name', 'Kite']],
    ['Kite.name or Flyer.name and Kite', ['Kite>name', 'Flyer>name', 'Kite']],
    ['Choice of mended Extension, Kite.tail[x], or Kite.name', ['<mended Extension>', 'Kite>tail[x]', 'Kite>name']],
    ['Kite, line | Flyer | name.given', ['Kite', 'Kite>line', 'Flyer', 'Flyer>name>given']],
    ['(Kite.tail.ofType(Length)).unit', ['Kite>tail>(Length)>unit']],
    ['Kite.tail.as(FHIR.Length).unit', ['Kite>tail>(Length)>unit']],
    ["Flyer.name.where(use='old').given", ['Flyer>name>given']],
    ["Kite.extension.where(url='http://k.example/a,b')", ['Kite>extension{http://k.example/a,b}']],
    ["Kite.extension.where(url='http://k.example/a')", ['Kite>extension{http://k.example/a}']],
    ["Kite.extension.where(url = 'http://k.example/a').value[x]", ['Kite>extension{http://k.example/a}>value[x]']],
    ["Kite.extension.where(url='shade')", ['Kite>extension{shade}']],
    ["Kite.extension('http://k.example/a') | Kite", ['Kite>extension{http://k.example/a}', 'Kite']],
    ["Kite.modifierExtension('http://k.example/a')", ['Kite>modifierExtension{http://k.example/a}']],
    // As real tables have them: a quote too many, and a beginning repeated inside.
    [
      "Kite.extension.where(url='http://k.example/a'') | Flyer.extension.where(url='http://k.example/b'') ",
      ['Kite>extension{http://k.example/a}', 'Flyer>extension{http://k.example/b}'],
    ],
    [
      "Kite.extension.where(url='Flyer.extension.where(url='http://k.example/a')",
      ['Kite>extension{http://k.example/a}'],
    ],
    ['Kite Core Colour Extension', ['<Kite Core Colour Extension>']],
    ['Kite Core Tails and Lines Profile', ['<Kite Core Tails and Lines Profile>']],
    ['see the guide', ['<see the guide>']],
    ['Kite.name.resolve()', ['<Kite.name.resolve()>']],
    ['Kite..name', ['<Kite..name>']],
    ['', []],
    [' | , ', []],
  ])('%j', (cell, items) => {
    expect(read(cell)).toEqual(items);
  });

  test('has items that are texts of the cell, for any cell', () => {
    const cell =
      "Kite.extension.where(url='Flyer.extension.where(url='http://k.example/a') | or Kite.name\uE0000\uE001, x {y";
    for (const { text } of readPaths(cell)) expect(cell.replace(/[\uE000\uE001]/g, ' ')).toContain(text);
  });
});

test('a cell of names', () => {
  expect(readNames('Kite Core Kite Profile | Kite Core Flyer Profile|  X;Y,\n')).toEqual([
    'Kite Core Kite Profile',
    'Kite Core Flyer Profile',
    'X',
    'Y',
  ]);
});
