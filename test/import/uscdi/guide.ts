/** A made-up guide on a made-up FHIR, as rows of the graph and as records of it. */
import type { ElementRow, StructureRow } from '../../../cypher/uscdi/index.ts';
import { Structures } from '../../../src/import/uscdi/structures.ts';
import {
  type ImportRecords,
  type RelationRecord,
  relationId,
  type StandardRecord,
} from '../../../src/model/records.ts';

export const GUIDE = 'kite-core/1.0.0';
export const FHIR = 'fhir/4.0.1';
const URL_OF = 'http://kites.example/StructureDefinition/';

const structure = (key: string, level: StructureRow['level'], title: string): StructureRow => {
  const id = key.slice(key.lastIndexOf('/') + 1);
  return { key, level, title, name: title.replaceAll(' ', ''), canonical: `${URL_OF}${id}` };
};
/** "Kite.name: KiteName": an element, of the structure that has this key. */
const elements = (key: string, ...lines: string[]): ElementRow[] =>
  lines.map((line) => {
    const [path = '', types = ''] = line.split(' = ');
    return { key: `${key}${path.slice(path.indexOf('.'))}`, path, types: types === '' ? null : types.split(', ') };
  });

const CORE: StructureRow[] = [
  structure(`${FHIR}/Flyer`, 'RESOURCE', 'Flyer'),
  structure(`${FHIR}/Kite`, 'RESOURCE', 'Kite'),
  structure(`${FHIR}/KiteName`, 'DATA_TYPE', 'KiteName'),
  structure(`${FHIR}/Length`, 'DATA_TYPE', 'Length'),
  structure(`${FHIR}/kite-launched`, 'PROFILE', 'launched'),
];
const PROFILES: StructureRow[] = [
  structure(`${GUIDE}/kite-core-colour`, 'PROFILE', 'Kite Core Colour Extension'),
  structure(`${GUIDE}/kite-core-flyer`, 'PROFILE', 'Kite Core Flyer Profile'),
  structure(`${GUIDE}/kite-core-kite`, 'PROFILE', 'Kite Core StuntKite Profile'),
];
const CORE_ELEMENTS = [
  ...elements(`${FHIR}/Flyer`, 'Flyer.name = KiteName', 'Flyer.kite = Reference(Kite)'),
  ...elements(
    `${FHIR}/Kite`,
    'Kite.extension = Extension',
    'Kite.line = BackboneElement',
    'Kite.line.length = Length',
    'Kite.name = KiteName',
    'Kite.tail[x] = string, Length',
  ),
  ...elements(`${FHIR}/KiteName`, 'KiteName.given = string', 'KiteName.family = string'),
  ...elements(`${FHIR}/Length`, 'Length.unit = string', 'Length.value = decimal'),
];
const GUIDE_ELEMENTS = [
  ...elements(`${GUIDE}/kite-core-colour`, 'Extension.url = uri', 'Extension.value[x] = string'),
  ...elements(`${GUIDE}/kite-core-flyer`, 'Flyer.name = KiteName', 'Flyer.name.given = string'),
  ...elements(
    `${GUIDE}/kite-core-kite`,
    'Kite.extension = Extension',
    'Kite.extension:colour = Extension(kite-core-colour)',
    'Kite.extension:mended = Extension(kite-mended)',
    'Kite.line = BackboneElement',
    'Kite.line:left = BackboneElement',
    'Kite.name = KiteName',
    'Kite.tail[x] = string, Length',
    'Kite.tail[x]:tailLength = Length',
  ),
];

/** What the graph would answer with. */
export const kites = (): Structures =>
  new Structures(
    GUIDE,
    [
      { version: FHIR, structures: CORE },
      { version: GUIDE, structures: PROFILES },
    ],
    [...CORE_ELEMENTS, ...GUIDE_ELEMENTS],
  );

const SOURCE = { id: 'Source:kite-core', name: 'Kite Core' };

const said = (key: string, level: StandardRecord['level'], more: Partial<StandardRecord> = {}): StandardRecord => ({
  kind: 'STANDARD',
  id: `Standard:${key}`,
  key,
  label: key,
  name: key,
  level,
  ...more,
});
const relation = (type: RelationRecord['type'], from: string, to: string): RelationRecord => ({
  id: relationId(type, `Standard:${from}`, `Standard:${to}`),
  type,
  from: `Standard:${from}`,
  to: `Standard:${to}`,
  evidence: [{ rule: 'PARSED', sourceId: SOURCE.id }],
});

function version(key: string, structures: readonly StructureRow[], own: readonly ElementRow[]): ImportRecords {
  const [standard = ''] = key.split('/');
  return {
    entities: [
      said(standard, 'STANDARD'),
      said(key, 'VERSION', { version: key.slice(standard.length + 1) }),
      ...structures.map(({ key: of, level, name, title, canonical }) =>
        said(of, level, { name, label: title, ...(canonical !== null && { canonical }) }),
      ),
      ...own.map(({ key: of, path, types }) =>
        said(of, 'ELEMENT', { ...(path !== null && { path }), ...(types !== null && { types }) }),
      ),
    ],
    relations: [
      relation('PART_OF', key, standard),
      ...structures.map(({ key: of }) => relation('PART_OF', of, key)),
      ...own.map(({ key: of }) => relation('PART_OF', of, of.slice(0, of.indexOf('.', of.lastIndexOf('/'))))),
    ],
    sources: [SOURCE],
  };
}

export const fhirRecords = (): ImportRecords => version(FHIR, CORE, CORE_ELEMENTS);
export const guideRecords = (): ImportRecords => {
  const records = version(GUIDE, PROFILES, GUIDE_ELEMENTS);
  records.relations.push({ ...relation('IMPLEMENTS', GUIDE, FHIR), open: true });
  return records;
};
