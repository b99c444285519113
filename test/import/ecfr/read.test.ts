/** What the reader hands over of a title, of a part and of less. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Division } from '../../../src/import/ecfr/read/part-text.ts';
import { type ReadPart, readEcfr } from '../../../src/import/ecfr/read/read-ecfr.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glossograph-read-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(xml: string): Promise<ReadPart[]> {
  const file = join(folder, 'title-99.xml');
  await writeFile(file, xml);
  const parts: ReadPart[] = [];
  for await (const part of readEcfr({ file })) parts.push(part);
  return parts;
}

const section = (number: string) =>
  `<DIV8 N="${number}" TYPE="SECTION"><HEAD>§ ${number} Kites.</HEAD><P>A kite flies.</P></DIV8>`;
const subpart = (letter: string, inside: string) =>
  `<DIV6 N="${letter}" TYPE="SUBPART"><HEAD>Subpart ${letter}—Kites</HEAD>${inside}</DIV6>`;
const shape = ({ level, number, children }: Division): unknown => [
  `${level} ${number}`,
  ...children.map((child) => ('children' in child ? shape(child) : `${child.level} ${child.number}`)),
];

test('reads a title as its parts, each with the divisions around it', async () => {
  const part = (number: number) =>
    `<DIV5 N="${number}" TYPE="PART"><HEAD>PART ${number}—KITES</HEAD>${subpart('A', section(`${number}.1`))}</DIV5>`;
  const parts = await read(
    `<ECFR><DIV1 N="99" TYPE="TITLE"><HEAD>Title 99—Kites</HEAD>${part(7)}${part(8)}</DIV1></ECFR>`,
  );
  expect(parts.map(({ text }) => shape(text.division))).toEqual([
    ['PART 7', ['SUBPART A', 'SECTION 7.1']],
    ['PART 8', ['SUBPART A', 'SECTION 8.1']],
  ]);
  expect(parts.map(({ text }) => text.outer.map(({ level }) => level))).toEqual([['TITLE'], ['TITLE']]);
});

test('reads a subpart alone, in the part that its section numbers name', async () => {
  const [one, ...others] = await read(subpart('B', section('7.10') + section('7.11')));
  expect(one && shape(one.text.division)).toEqual(['PART 7', ['SUBPART B', 'SECTION 7.10', 'SECTION 7.11']]);
  expect(others).toEqual([]);
});

test('reads a section alone, in the part that its number names', async () => {
  const [one] = await read(section('7.10'));
  expect(one && shape(one.text.division)).toEqual(['PART 7', 'SECTION 7.10']);
});
