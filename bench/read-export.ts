/**
 * Reads an export by another library, in a process of its own as some take gigabytes, and holds it against the records in
 * JSON Lines: `read-export.ts FORMAT RECORDS FILE…`. Prints one line of JSON.
 */
import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { readRecords } from '../src/export/read-file.ts';
import { labelOf } from '../src/model/relations.ts';
import { READERS, type Read, readTables } from '../test/export/reading.ts';

const [format = '', records = '', ...files] = process.argv.slice(2);
const { entities, relations } = await readRecords(records);
const wanted: Read = {
  nodes: new Map(entities.map(({ id, ...said }) => [id, said])),
  edges: new Map(
    relations.map(({ id, type, from: source, to: target, ...said }) => [
      id,
      { ...said, type, source, target, label: labelOf(type, 'OUT') },
    ]),
  ),
};
const [first = '', second = ''] = await Promise.all(files.map((file) => readFile(file, 'utf8')));
const started = performance.now();
const read = format === 'csv' ? readTables(first, second) : await READERS[format]?.(first);
const seconds = (performance.now() - started) / 1_000;
if (read === undefined) throw new Error(`${format}: no reader`);

const differing = (['nodes', 'edges'] as const).flatMap((what) =>
  [...wanted[what]].filter(([id, said]) => !isDeepStrictEqual({ ...read[what].get(id) }, said)).map(([id]) => id),
);
const [nodes, edges] = [read.nodes.size, read.edges.size];
const equal = differing.length === 0 && nodes === wanted.nodes.size && edges === wanted.edges.size;
console.log(JSON.stringify({ seconds, nodes, edges, equal, differing: differing.slice(0, 3) }));
