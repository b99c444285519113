/** What is no table of USCDI is refused, with the place and what is accepted, and nothing is written. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importUscdi } from '../../../src/import/uscdi/import.ts';
import { readTable } from '../../../src/import/uscdi/read.ts';
import { ImportError } from '../../../src/store/errors.ts';
import { counts } from '../../../src/store/status.ts';
import { testAddress } from '../../setup/graph.ts';
import { testGraph } from '../../setup/test-graph.ts';

const { driver } = testGraph();
const { database } = testAddress();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glossograph-uscdi-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const put = async (name: string, content: string | Buffer) => {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
};
const HEADER = 'data_class,uscore_profile,data_element,fhir_path\n';

describe('refused', () => {
  test.each<[string, string | Buffer, RegExp]>([
    ['empty', '', /empty\.csv: The file is empty/],
    ['blank', '\uFEFF\n,,,\n\n', /blank\.csv: The file is empty/],
    [
      'missing',
      'data_class,data_element\nKites,Name\n',
      /missing\.csv:1: .*Missing columns: uscore_profile, fhir_path\. Columns found: data_class, data_element\.$/,
    ],
    ['late', `\n\n${HEADER.replace('data_class', 'class')}`, /late\.csv:3: .*Missing columns: data_class/],
    [
      'twice',
      HEADER.replace('data_class', 'data_class,Data Class'),
      /twice\.csv:1: The column data_class occurs twice/,
    ],
    ['headless', HEADER, /headless\.csv: The file has a header but no other row/],
    ['classless', `${HEADER},Kite,Name,Kite.name\n`, /classless\.csv:2: The column data_class must not be empty/],
    [
      'nameless',
      `${HEADER}Kites,,"a\nb",\nKites,Kite,?!,Kite.name\n`,
      /nameless\.csv:4: The name "\?!" must contain at least one letter or digit/,
    ],
    ['json', '{"data_class": 1}', /json\.csv:1: The file is not (valid CSV|a USCDI table)/],
    ['page', '<html><body>no table</body></html>', /page\.csv:1: The file is not a USCDI table/],
    [
      'open',
      `${HEADER}"Kites,,,\n`,
      /open\.csv:2: The file is not valid CSV: a quotation mark is opened but never closed/,
    ],
    [
      'closed',
      `${HEADER}"Kites" and,,,\n`,
      /closed\.csv:2: The file is not valid CSV: text follows a closing quotation mark/,
    ],
    [
      'latin',
      Buffer.from(`${HEADER}Kites,,,\nCaf\u00e9,,,\n`, 'latin1'),
      /latin\.csv:3:4: The file is not valid UTF-8/,
    ],
    ['wide', Buffer.from(`\uFEFF${HEADER}`, 'utf16le'), /wide\.csv:1:1: The file is not valid UTF-8/],
    ['binary', Buffer.from(`${HEADER}\n\0\0`), /binary\.csv:3:1: The file is not valid UTF-8/],
  ])('%s', async (name, content, message) => {
    const file = await put(`${name}.csv`, content);
    const imported = importUscdi(driver(), database, { file, version: 'v3' });
    await expect(imported).rejects.toThrow(ImportError);
    await expect(imported).rejects.toThrow(message);
    expect((await counts(driver(), database)).entities.STANDARD).toBe(0);
  });

  test('a file that does not exist', async () => {
    const file = join(folder, 'nowhere.csv');
    await expect(importUscdi(driver(), database, { file, version: 'v3' })).rejects.toThrow(
      /cannot be read \(error code ENOENT\)/,
    );
  });
});

describe('unusual and accepted', () => {
  test('headers in other words and another order, short rows, merged cells', async () => {
    const file = await put(
      'other.csv',
      '\uFEFF\r\nFHIR Path,Data Element,US Core Profile,Data Class\r\nKite.name,Name,Kite,Kites\r\n\r\nKite.line,Line\r\n',
    );
    const { rows } = await readTable(file);
    expect(rows.map(({ row, cells }) => [row, cells.data_class, cells.data_element, cells.fhir_path])).toEqual([
      [3, 'Kites', 'Name', 'Kite.name'],
      [5, 'Kites', 'Line', 'Kite.line'],
    ]);
    expect(rows[0]?.cells.uscore_profile).toBe('Kite');
  });
});
