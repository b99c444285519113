import { defined } from '../../model/defined.ts';
import { groupBy } from '../../model/group.ts';
import {
  type EvidenceRecord,
  type ImportRecords,
  type RelationRecord,
  relationId,
  type SourceRecord,
  type StandardRecord,
} from '../../model/records.ts';
import { slugOf } from '../slug.ts';
import { type Join, type JoinMiss, type JoinShare, joinRow } from './join.ts';
import type { UscdiRow } from './read.ts';
import type { Structures } from './structures.ts';

/** A table, converted to records, and the results of joining its cells. */
export interface DerivedTable {
  records: ImportRecords;
  classes: number;
  elements: number;
  profiles: JoinShare;
  paths: JoinShare;
  misses: JoinMiss[];
}

/** A class or element, with its rows. */
interface ListedItem {
  key: string;
  name: string;
  rows: UscdiRow[];
}

/**
 * Derives records from the rows of a table. A row with an element describes the element; any other row describes its
 * class. Several rows can describe the same element or class.
 *
 * @param version the version, such as "v3"
 */
export function deriveUscdi(
  rows: readonly UscdiRow[],
  version: string,
  source: SourceRecord,
  structures: Structures,
): DerivedTable {
  const root = `uscdi/${version}`;
  const derived: DerivedTable = {
    records: { entities: [], relations: [], sources: [source] },
    classes: 0,
    elements: 0,
    profiles: { joined: 0, total: 0 },
    paths: { joined: 0, total: 0 },
    misses: [],
  };
  const { entities, relations } = derived.records;
  const addStandard = (key: string, level: StandardRecord['level'], name: string, more: Partial<StandardRecord> = {}) =>
    entities.push({ kind: 'STANDARD', id: `Standard:${key}`, label: name, key, name, level, ...more });
  const put = (key: string, within: string, position: number, quote?: string) =>
    relations.push({ ...relation('PART_OF', key, within, [evidence(source, quote)]), position });

  addStandard('uscdi', 'STANDARD', 'United States Core Data for Interoperability');
  addStandard(root, 'VERSION', `USCDI ${version}`, { version });
  put(root, 'uscdi', Math.trunc(Number(version.slice(1))) - 1); // v1 is the first; an erratum is beside its version

  const addRows = (level: 'DATA_CLASS' | 'DATA_ELEMENT', { key, name, rows: own }: ListedItem) => {
    const joined = own.map((row) => joinRow(structures, row));
    const misses = joined.flatMap((row) => row.misses);
    const unmapped = [...new Set(misses.map(({ text }) => text))];
    addStandard(key, level, name, { version, ...(unmapped.length > 0 && { unmapped }) });
    relations.push(
      ...mapsTo(
        key,
        joined.flatMap((row) => row.joins),
        source,
      ),
    );
    derived.misses.push(...misses);
    for (const { profiles, paths } of joined) {
      add(derived.profiles, profiles);
      add(derived.paths, paths);
    }
  };
  for (const [i, dataClass] of named(rows, root, ({ cells }) => cells.data_class).entries()) {
    derived.classes += 1;
    const aboutElements = dataClass.rows.filter(({ cells }) => cells.data_element !== '');
    addRows('DATA_CLASS', { ...dataClass, rows: dataClass.rows.filter((row) => !aboutElements.includes(row)) });
    put(dataClass.key, root, i, dataClass.name);
    for (const [j, element] of named(aboutElements, dataClass.key, ({ cells }) => cells.data_element).entries()) {
      derived.elements += 1;
      addRows('DATA_ELEMENT', element);
      put(element.key, dataClass.key, j, element.name);
    }
  }
  derived.misses.sort((a, b) => a.row - b.row);
  return derived;
}

/** Rows grouped by name, in the order of the first row of each. */
function named(rows: readonly UscdiRow[], within: string, nameOf: (row: UscdiRow) => string): ListedItem[] {
  return [...groupBy(rows, (row) => `${within}/${slugOf(nameOf(row))}`)].map(([key, own]) => ({
    key,
    name: own[0] === undefined ? '' : nameOf(own[0]),
    rows: own,
  }));
}

/** One relation for each target, with all the quotes that name it. Targets may go and come back with the guide. */
function mapsTo(from: string, joins: readonly Join[], source: SourceRecord): RelationRecord[] {
  return [...groupBy(joins, ({ to }) => to)].map(([to, own]) => {
    const quotes = [...new Set(own.map(({ quote }) => quote))];
    return {
      ...relation(
        'MAPS_TO',
        from,
        to,
        quotes.map((quote) => evidence(source, quote)),
      ),
      open: true,
    };
  });
}

function relation(type: 'PART_OF' | 'MAPS_TO', fromKey: string, toKey: string, why: EvidenceRecord[]): RelationRecord {
  const [from, to] = [`Standard:${fromKey}`, `Standard:${toKey}`];
  return { id: relationId(type, from, to), type, from, to, evidence: why };
}

function evidence({ id: sourceId }: SourceRecord, quote?: string): EvidenceRecord {
  return { rule: 'PARSED', ...defined({ quote }), sourceId };
}

function add(to: JoinShare, { joined, total }: JoinShare): void {
  to.joined += joined;
  to.total += total;
}
