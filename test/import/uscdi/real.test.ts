/** The three tables that come with US Core, held against counts and look-ups that use nothing of the importer. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { type DerivedTable, deriveUscdi } from '../../../src/import/uscdi/derive.ts';
import { importUscdi } from '../../../src/import/uscdi/import.ts';
import { readTable } from '../../../src/import/uscdi/read.ts';
import { testAddress } from '../../setup/graph.ts';
import { testGraph } from '../../setup/test-graph.ts';
import {
  coreDefinitions,
  type Definition,
  FHIR,
  guideDefinitions,
  hasRealTables,
  structuresOf,
  tableOf,
} from './packages.ts';

const { driver } = testGraph();
const { database } = testAddress();

/** Misses, as row and the beginning of the words: all the rest of the cells lead somewhere. */
const TABLES = [
  {
    guide: '6.1.0',
    version: 'v3',
    classes: 19,
    elements: 96,
    paths: { joined: 149, total: 154 },
    missed: [
      '12 PractitionerRole.',
      '28 US Core Ob',
      '29 US Core Ob',
      '46 Coverage.pay',
      '65 Medicationr',
      '78 US Core T',
      '92 Condition.onsetD',
    ],
  },
  {
    guide: '7.0.0',
    version: 'v4',
    classes: 20,
    elements: 113,
    paths: { joined: 176, total: 181 },
    missed: [
      '10 PractitionerRole.',
      '49 Coverage.pay',
      '56 Simple',
      '57 Simple',
      '58 Simple',
      '59 Simple',
      '80 Medication.r',
      '95 US Core T',
      '111 Condition.onsetD',
      '115 DiagnosticRepor',
      '115 Procedure.pert',
    ],
  },
  {
    guide: '8.0.0',
    version: 'v5',
    classes: 22,
    elements: 125,
    paths: { joined: 192, total: 197 },
    missed: [
      '10 PractitionerRole.',
      '51 Coverage.pay',
      '84 Medication.r',
      '107 US Core T',
      '122 Condition.onsetD',
      '126 DiagnosticRepor',
      '126 Procedure.pert',
      '135 3',
    ],
  },
] as const;

/** The rows of a table by name of column, read plainly. */
const plain = (guide: string): Record<string, string>[] =>
  parse(readFileSync(tableOf(guide)), {
    bom: true,
    columns: (names: string[]) => names.map((name, i) => name || `${i}`),
    trim: true,
  });

/** Definitions are large: they are read once, and each table is joined once. */
const core = hasRealTables ? coreDefinitions() : [];
const made = new Map<string, Promise<DerivedTable>>();

function derived(guide: string, version: string): Promise<DerivedTable> {
  const known = made.get(guide) ?? derive(guide, version);
  made.set(guide, known);
  return known;
}

async function derive(guide: string, version: string): Promise<DerivedTable> {
  const structures = structuresOf(`us-core/${guide}`, core, await guideDefinitions(guide));
  const { rows } = await readTable(tableOf(guide));
  return deriveUscdi(rows, version, { id: 'Source:x', name: 'x' }, structures);
}

/** Whether FHIR has an element, by its definitions alone: "Patient.name.given", through the type of `Patient.name`. */
function exists(core: ReadonlyMap<string, Definition>, [head = '', ...names]: readonly string[]): boolean {
  const elements = core.get(head)?.snapshot.element;
  if (elements === undefined || names.length === 0) return elements !== undefined;
  for (let length = names.length; length > 0; length -= 1) {
    const path = [head, ...names.slice(0, length)].join('.');
    const found = elements.find(({ id }) => id === path || id === `${path}[x]`);
    if (found === undefined) continue;
    const left = names.slice(length);
    return left.length === 0 || (found.type ?? []).some(({ code }) => exists(core, [code, ...left]));
  }
  return false;
}

describe.skipIf(!hasRealTables).each(TABLES)('US Core $guide: USCDI $version', ({ guide, version, ...figures }) => {
  test('has the classes and elements of the file', async () => {
    const rows = plain(guide);
    const classes = new Set(rows.map((row) => row.data_class));
    const elements = new Set(
      rows.filter((row) => row.data_element !== '').map((row) => `${row.data_class}|${row.data_element}`),
    );
    expect([classes.size, elements.size]).toEqual([figures.classes, figures.elements]);

    const table = await derived(guide, version);
    expect([table.classes, table.elements]).toEqual([figures.classes, figures.elements]);
    const named = (level: string) =>
      table.records.entities.flatMap((one) => (one.kind === 'STANDARD' && one.level === level ? [one.name] : []));
    expect(named('DATA_CLASS')).toEqual([...classes]);
    expect(named('DATA_ELEMENT').sort()).toEqual([...elements].map((one) => one.split('|')[1]).sort());
  });

  test('joins profiles and elements, and every miss is known', async () => {
    const table = await derived(guide, version);
    expect(table.paths).toEqual(figures.paths);
    expect(table.misses.map(({ row, text }) => `${row} ${text}`)).toEqual(
      figures.missed.map((start) => expect.stringMatching(new RegExp(`^${start.replace('.', '\\.')}`))),
    );
    for (const { reason } of table.misses) expect(reason).not.toBe('');
  });

  test('joins every path that names an element of FHIR, and reports every other one', async () => {
    const table = await derived(guide, version);
    const byName = new Map(core.map((one) => [one.id, one]));
    const named = plain(guide).flatMap((row, i) =>
      (row.fhir_path ?? '')
        .split(/[|,+]|\bor\b/)
        .map((path) => path.trim())
        .filter((path) => /^[A-Z][A-Za-z]+(\.[a-z][A-Za-z]*(\[x\])?)*$/.test(path))
        .map((path) => ({ row: i + 2, path })),
    );
    expect(named.length).toBeGreaterThan(100);
    const quotes = new Set(
      table.records.relations.flatMap(({ type, to, evidence }) =>
        type === 'MAPS_TO' && to.startsWith(`Standard:${FHIR}/`) ? evidence.map(({ quote }) => quote) : [],
      ),
    );
    for (const { row, path } of named) {
      const there = exists(byName, path.replaceAll('[x]', '').split('.'));
      const missed = table.misses.some((miss) => miss.row === row && miss.text === path);
      expect([path, quotes.has(path), missed]).toEqual([path, there, !there]);
    }
  });

  test('imports once into a graph without the guide', async () => {
    const request = { file: tableOf(guide), version, guide: `us-core/${guide}` };
    const { classes, elements } = figures;
    expect(await importUscdi(driver(), database, request)).toMatchObject({
      classes,
      elements,
      guide: 'absent',
      changed: true,
    });
    expect((await importUscdi(driver(), database, request)).changed).toBe(false);
    const { records } = await driver().executeQuery(
      `MATCH (:Standard {key: $key})<-[:PART_OF]-(class)
       RETURN toFloat(count(class)) AS classes,
       toFloat(sum(COUNT { (class)<-[:PART_OF]-(:Standard {level: 'DATA_ELEMENT'}) })) AS elements`,
      { key: `uscdi/${version}` },
    );
    expect(records[0]?.toObject()).toEqual({ classes, elements });
  });
});
