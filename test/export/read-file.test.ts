/** Files of records: told apart by name or by how they begin, and refused with what is wrong and where. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatNamed } from '../../src/export/formats.ts';
import { readRecords } from '../../src/export/read-file.ts';
import { streamed } from './any-graph.ts';

const GRAPH = streamed({
  sources: [{ id: 'Source:kites', name: 'A book of kites' }],
  nodes: [
    { id: 'Organization:kites', kind: 'ORGANIZATION', label: 'Kites', properties: { name: 'Kites', role: 'network' } },
    {
      id: 'Standard:kite',
      kind: 'STANDARD',
      label: 'Kite',
      properties: { key: 'kite', name: 'Kite', level: 'STANDARD', types: [] },
    },
  ],
  edges: [
    {
      ...{ id: 'Standard:kite-PUBLISHED_BY-Organization:kites', type: 'PUBLISHED_BY' },
      ...{ source: 'Standard:kite', target: 'Organization:kites', properties: { weight: 0.25 } },
      evidence: [
        { rule: 'PARSED', quote: 'kites', start: 0, end: 5, sourceId: 'Source:kites' },
        { rule: 'AUTHORED', sourceId: 'Source:kites' },
      ],
    },
  ],
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glossograph-records-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function written(name: string, text: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
}
async function exported(format: string): Promise<string> {
  let text = '';
  for await (const piece of formatNamed(format)?.write(GRAPH) ?? []) text += piece;
  return text;
}

test.each([
  ['jsonl', 'a.jsonl'],
  ['jsonl', 'without-an-extension-lines'],
  ['graphology', 'a.json'],
  ['graphology', 'without-an-extension-json'],
  ['turtle', 'a.ttl'],
  ['turtle', 'without-an-extension-turtle'],
])('%s is read from %s', async (format, name) => {
  const { sources, entities, relations } = await readRecords(await written(name, await exported(format)));
  expect(sources).toEqual([{ id: 'Source:kites', name: 'A book of kites' }]);
  expect(entities.map(({ id }) => id)).toEqual(['Organization:kites', 'Standard:kite']);
  expect(entities[1]).toMatchObject({ kind: 'STANDARD', label: 'Kite', types: [] });
  expect(relations).toEqual([
    {
      ...{ id: 'Standard:kite-PUBLISHED_BY-Organization:kites', type: 'PUBLISHED_BY', weight: 0.25 },
      ...{ from: 'Standard:kite', to: 'Organization:kites' },
      evidence: [
        { rule: 'PARSED', quote: 'kites', start: 0, end: 5, sourceId: 'Source:kites' },
        { rule: 'AUTHORED', sourceId: 'Source:kites' },
      ],
    },
  ]);
});

test('reads Turtle in any order, as other programs write it', async () => {
  const lines = (await exported('turtle')).split('\n\n');
  const [prefixes = '', ...statements] = lines;
  const file = await written('turned.ttl', [prefixes, ...statements.reverse()].join('\n\n'));
  const { entities, relations } = await readRecords(file);
  expect(entities.map(({ id }) => id).sort()).toEqual(['Organization:kites', 'Standard:kite']);
  expect(relations[0]?.evidence).toHaveLength(2);
});

describe('a file that is not an export is refused', () => {
  const LINE =
    'each line must be {"vocabulary": …}, {"source": …}, {"entity": …}, or {"relation": …}, as exported by Glossograph';
  const relation = { id: 'x', type: 'CITES', from: 'a', to: 'b', evidenceRules: ['PARSED'], evidenceQuotes: [] };
  test.each([
    [
      'x.jsonl',
      '{"source":{"id":"Source:a","name":"A"}}\n{"entity":{"id":"Term:a"}}\nno\n[]\n{}',
      [2, 3, 4, 5].map((line) => `:${line}: ${LINE}`),
    ],
    ['lists.jsonl', JSON.stringify({ relation }), [`:1: ${LINE}`]],
    ['x.json', '{"nodes": [', [/: The file is not valid JSON: /]],
    [
      'y.json',
      '{"attributes":{"sources":[]},"nodes":[{"key":1}],"edges":[]}',
      [/: nodes\.0\.key: .* the file must be graphology JSON that Glossograph exported/],
    ],
    [
      'z.json',
      '{"attributes":{"sources":[]},"nodes":[{"key":"Term:a","attributes":{"kind":"KITE"}}],"edges":[]}',
      [': node Term:a: must have a kind, a label, and only values that an export can contain'],
    ],
    ['x.ttl', '@prefix a: <urn:a> .\na:b a:c "unfinished', [/:2: The file is not valid Turtle: /]],
    [
      'y.ttl',
      '<urn:glossograph:term:a> a <urn:glossograph:vocabulary:Term> .',
      [': the resource urn:glossograph:term:a is not in the format that Glossograph exports'],
    ],
  ])('%s', async (name, text, faults) => {
    const file = await written(name, text);
    const error = await readRecords(file).then(
      () => null,
      (reason: Error) => reason,
    );
    expect(error?.name).toBe('ImportError');
    for (const [i, line] of (error?.message ?? '').split('\n').entries()) {
      const wanted = faults[i];
      if (wanted instanceof RegExp) expect(line).toMatch(wanted);
      else expect(line).toBe(`${file}${wanted}`);
    }
  });

  test('refuses a file that does not exist', async () => {
    await expect(readRecords(join(folder, 'none.ttl'))).rejects.toThrow(
      /none\.ttl: The file cannot be read \(error code ENOENT\)/,
    );
  });
});
