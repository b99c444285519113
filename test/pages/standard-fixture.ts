/** A small family of standards that a made-up section of law adopts, with a term beside a term that describes it. */
import type { Driver } from 'neo4j-driver';
import type { EntityRecord, ImportRecords, RelationRecord, StandardRecord } from '../../src/model/records.ts';
import { relationId } from '../../src/model/records.ts';
import { GLOSSOGRAPH } from '../../src/model/vocabulary.ts';
import { writeImport } from '../../src/store/write.ts';

const source = { id: 'Source:test', name: 'A test', url: 'https://example.org/test' };
const evidence = [{ rule: 'AUTHORED' as const, sourceId: source.id }];

const standard = (key: string, level: StandardRecord['level'], name: string, more: Partial<StandardRecord> = {}) => ({
  ...{ kind: 'STANDARD' as const, id: `Standard:${key}`, key, level, label: name, name },
  ...more,
});
const term = (slug: string, name: string): EntityRecord => ({
  ...{ kind: 'TERM', vocabulary: GLOSSOGRAPH.key, id: `Term:${slug}`, slug, label: name, name },
  ...{ shortDefinition: name, definition: name, keyTakeaways: [], sectionHeadings: [], sectionBodies: [] },
});
const provision = (name: string, citation: string, level: 'SECTION' | 'PARAGRAPH'): EntityRecord => ({
  ...{ kind: 'REGULATION', id: `Regulation:${name}`, label: citation, citation, sortKey: `098/${name}`, level },
  ...{ reserved: false, text: `${citation} adopts.` },
});
const relation = (
  type: RelationRecord['type'],
  from: string,
  to: string,
  more: Partial<RelationRecord> = {},
): RelationRecord => ({ id: relationId(type, from, to), type, from, to, evidence, ...more });
const partOf = (key: string, position: number, within = key.slice(0, key.lastIndexOf('/'))) =>
  relation('PART_OF', `Standard:${key}`, `Standard:${within}`, { position });

const RECORDS: ImportRecords = {
  entities: [
    standard('guide', 'STANDARD', 'Kite Guide', { summary: 'A guide to kites.' }),
    standard('guide/1.0', 'VERSION', 'Kite Guide 1.0', { version: '1.0' }),
    standard('guide/2.0', 'VERSION', 'Kite Guide 2.0', { version: '2.0' }),
    standard('guide/1.0/kite', 'PROFILE', 'Kite Profile'),
    standard('guide/2.0/kite', 'PROFILE', 'Kite Profile', { summary: 'What a kite has.' }),
    standard('guide/2.0/String', 'DATA_TYPE', 'String'),
    standard('guide/1.0/kite.tail', 'ELEMENT', 'Kite.tail', { path: 'Kite.tail', min: 0, max: '1', differs: true }),
    standard('guide/2.0/kite.tail', 'ELEMENT', 'Kite.tail', {
      ...{ path: 'Kite.tail', min: 1, max: '*', types: ['String'], mustSupport: true, differs: true },
      ...{ binding: 'http://example.org/tails|1', bindingStrength: 'required' },
    }),
    standard('guide/2.0/kite.tail.knot', 'ELEMENT', 'Kite.tail.knot', { path: 'Kite.tail.knot', differs: false }),
    standard('guide/2.0/kite.line', 'ELEMENT', 'Kite.line', { path: 'Kite.line', min: 0, max: '1', differs: false }),
    standard('data', 'STANDARD', 'Kite Data'),
    standard('data/v1', 'VERSION', 'Kite Data v1', { version: 'v1' }),
    standard('data/v1/parts', 'DATA_CLASS', 'Parts of Kites'),
    standard('data/v1/parts/tail', 'DATA_ELEMENT', 'Tail of a Kite'),
    term('kites', 'Kites'),
    term('kite-data', 'KDI'),
    term('stones', 'Stones'),
    provision('98-CFR-1.1', '98 CFR 1.1', 'SECTION'),
    provision('98-CFR-1.1(a)', '98 CFR 1.1(a)', 'PARAGRAPH'),
    provision('98-CFR-1.1(b)', '98 CFR 1.1(b)', 'PARAGRAPH'),
  ],
  relations: [
    ...[partOf('guide/1.0', 0), partOf('guide/2.0', 1), partOf('guide/1.0/kite', 0), partOf('guide/2.0/kite', 0)],
    ...[
      partOf('guide/2.0/String', 1),
      partOf('data/v1', 0),
      partOf('data/v1/parts', 0),
      partOf('data/v1/parts/tail', 0),
    ],
    ...[partOf('guide/1.0/kite.tail', 0, 'guide/1.0/kite'), partOf('guide/2.0/kite.tail', 0, 'guide/2.0/kite')],
    ...[
      partOf('guide/2.0/kite.tail.knot', 0, 'guide/2.0/kite.tail'),
      partOf('guide/2.0/kite.line', 1, 'guide/2.0/kite'),
    ],
    relation('PART_OF', 'Regulation:98-CFR-1.1(a)', 'Regulation:98-CFR-1.1', { position: 0 }),
    relation('PART_OF', 'Regulation:98-CFR-1.1(b)', 'Regulation:98-CFR-1.1', { position: 1 }),
    relation('MAPS_TO', 'Standard:data/v1/parts/tail', 'Standard:guide/2.0/kite.tail'),
    relation('ADOPTS', 'Regulation:98-CFR-1.1(a)', 'Standard:guide/1.0', {
      ...{ validFrom: '2020-01-01', validFromBasis: 'EFFECTIVE_DATE', validTo: '2027-01-01', validToBasis: 'STATED' },
      ...{ noticeKinds: ['ENFORCEMENT_DISCRETION'], noticeTexts: ['Nobody enforces it.'], noticeFrom: ['2026-01-01'] },
      ...{ noticeTo: ['2026-03-01'], noticeSources: [source.id] },
    }),
    relation('ADOPTS', 'Regulation:98-CFR-1.1(b)', 'Standard:guide/2.0', {
      ...{ validFrom: '2025-01-01', validFromBasis: 'EFFECTIVE_DATE' },
    }),
    relation('ADOPTS', 'Regulation:98-CFR-1.1', 'Standard:data/v1', {
      ...{ validFrom: '2020-01-01', validFromBasis: 'EFFECTIVE_DATE' },
    }),
    relation('ABOUT', 'Term:kite-data', 'Standard:data'),
    relation('RELATED_TO', 'Term:kite-data', 'Term:kites'),
  ],
  sources: [source],
  vocabularies: [GLOSSOGRAPH],
};

/** Fills a graph. @param origin one that the graph does not have: an import replaces the records of its origin */
export const fillStandards = async (driver: Driver, origin = 'test'): Promise<void> => {
  await writeImport(driver, undefined, { origin, records: RECORDS });
};
