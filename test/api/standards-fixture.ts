/** A made-up guide about kites in two versions, the core on which it builds, and a list of data with two versions. */
import {
  type EvidenceRecord,
  type ImportRecords,
  type RegulationRecord,
  type RelationRecord,
  relationId,
  type StandardRecord,
} from '../../src/model/records.ts';
import type { RelationType } from '../../src/model/relations.ts';

const SOURCE = { id: 'Source:kites', name: 'Kites' };
const evidence: EvidenceRecord[] = [{ rule: 'PARSED', sourceId: SOURCE.id }];

const standards: StandardRecord[] = [];
const relations: RelationRecord[] = [];

function relate(type: RelationType, from: string, to: string, more: Partial<RelationRecord> = {}) {
  relations.push({ id: relationId(type, from, to), type, from, to, evidence, ...more });
}
const between = (type: RelationType, from: string, to: string) => relate(type, `Standard:${from}`, `Standard:${to}`);

function put(
  level: StandardRecord['level'],
  key: string,
  inside: { of: string; position?: number } | null,
  more: Partial<StandardRecord> = {},
) {
  standards.push({ kind: 'STANDARD', id: `Standard:${key}`, label: key, key, name: key, level, ...more });
  if (inside === null) return;
  const position = inside.position === undefined ? {} : { position: inside.position };
  relate('PART_OF', `Standard:${key}`, `Standard:${inside.of}`, position);
}

function element(structure: string, place: string, position: number, more: Partial<StandardRecord> = {}) {
  const up = place.includes('.') ? `${structure}.${place.slice(0, place.lastIndexOf('.'))}` : structure;
  const name = place.split('.').at(-1) ?? place;
  const said = { name, path: `Flier.${place}`, min: 0, max: '1', ...more };
  put('ELEMENT', `${structure}.${place}`, { of: up, position }, said);
}

put('STANDARD', 'core', null);
put('VERSION', 'core/4.0.1', { of: 'core' }, { version: '4.0.1', package: 'example.core', status: 'active' });
put('RESOURCE', 'core/4.0.1/Flier', { of: 'core/4.0.1', position: 0 });
element('core/4.0.1/Flier', 'id', 0, { types: ['id'] });
element('core/4.0.1/Flier', 'name', 1, { types: ['HumanName'], max: '*' });
element('core/4.0.1/Flier', 'color', 2, {
  binding: 'https://example.org/ValueSet/color|4.0.1',
  bindingStrength: 'required',
});
element('core/4.0.1/Flier', 'photo', 3);
const color = { canonical: 'https://example.org/ValueSet/color', version: '4.0.1' };
put('VALUE_SET', 'core/4.0.1/valueset/color', { of: 'core/4.0.1', position: 1 }, color);

put('STANDARD', 'kites', null);
/** What a version of the guide has: its profile of a flier, with the elements that differ between them left to the caller. */
function guide(version: string, date: string, shape: Partial<StandardRecord>) {
  const [at, profile] = [`kites/${version}`, `kites/${version}/kite-flier`];
  put('VERSION', at, { of: 'kites' }, { version, date, status: 'active', package: 'example.kites' });
  between('IMPLEMENTS', at, 'core/4.0.1');
  put('PROFILE', profile, { of: at, position: 1 }, { name: 'KiteFlier', status: 'active', version });
  between('IMPLEMENTS', profile, 'core/4.0.1/Flier');
  element(profile, 'photo', 3, { mustSupport: false, differs: false });
  between('IMPLEMENTS', `${profile}.photo`, 'core/4.0.1/Flier.photo');
  element(profile, 'shape', 2, { mustSupport: true, differs: true, bindingStrength: 'extensible', ...shape });
  put(
    'VALUE_SET',
    `${at}/valueset/shape`,
    { of: at, position: 2 },
    { canonical: 'https://example.org/ValueSet/shape' },
  );
}
guide('1.0.0', '2021-02-03', { binding: 'https://example.org/ValueSet/shape' });
element('kites/1.0.0/kite-flier', 'name', 1, {
  min: 1,
  max: '*',
  types: ['HumanName'],
  mustSupport: true,
  differs: true,
});
element('kites/1.0.0/kite-flier', 'name.given', 0);
element('kites/1.0.0/kite-flier', 'name.family', 1);
element('kites/1.0.0/kite-flier', 'id', 0, { mustSupport: false, differs: false });
element('kites/1.0.0/string', 'color', 1, { binding: 'https://example.org/ValueSet/color' });
put('PROFILE', 'kites/1.0.0/string', { of: 'kites/1.0.0', position: 0 });
element('kites/1.0.0/string', 'knot', 0);
put('PROFILE', 'kites/1.0.0/zephyr', { of: 'kites/1.0.0' });

guide('2.0.0', '2023-04-05', { binding: 'https://example.org/ValueSet/shape', types: ['code'], min: 1, max: '3' });
element('kites/2.0.0/kite-flier', 'name', 1, {
  min: 1,
  max: '*',
  types: ['HumanName'],
  mustSupport: true,
  differs: true,
});
element('kites/2.0.0/kite-flier', 'name.family', 1);
element('kites/2.0.0/kite-flier', 'name.suffix', 2);
element('kites/2.0.0/kite-flier', 'name.given', 0, { mustSupport: true, differs: true });
element('kites/2.0.0/kite-flier', 'id', 0, { mustSupport: false, differs: false });
element('kites/2.0.0/string', 'color', 1, { binding: 'https://example.org/ValueSet/color' });
put('PROFILE', 'kites/2.0.0/string', { of: 'kites/2.0.0', position: 0 }, { status: 'retired' });
element('kites/2.0.0/string', 'knot', 0);
put('PROFILE', 'kites/2.0.0/tail', { of: 'kites/2.0.0', position: 3 });
put('VERSION', 'kites/10.0.0', { of: 'kites' }, { version: '10.0.0' });
for (const version of ['1.0.0', '2.0.0']) {
  between('IMPLEMENTS', `kites/${version}/kite-flier.name`, 'core/4.0.1/Flier.name');
}

put('STANDARD', 'data', null);
for (const [version, elements] of [
  ['v1', ['First name', 'Nickname', 'Color']],
  ['v2', ['First name', 'Color', 'Pronoun']],
] as const) {
  put('VERSION', `data/${version}`, { of: 'data' }, { version });
  put('DATA_CLASS', `data/${version}/fliers`, { of: `data/${version}`, position: 0 }, { name: 'Fliers' });
  for (const [position, name] of elements.entries()) {
    const key = `data/${version}/fliers/${name.toLowerCase().replace(' ', '-')}`;
    const left = name === 'Color' ? { unmapped: [`Flier.colour of ${version}`] } : {};
    put('DATA_ELEMENT', key, { of: `data/${version}/fliers`, position }, { name, ...left });
  }
}
put('DATA_CLASS', 'data/v2/winds', { of: 'data/v2', position: 1 }, { name: 'Winds' });
for (const to of ['kites/1.0.0/kite-flier', 'kites/1.0.0/kite-flier.name', 'core/4.0.1/Flier.name']) {
  between('MAPS_TO', 'data/v1/fliers/first-name', to);
}
between('MAPS_TO', 'data/v2/fliers/first-name', 'kites/2.0.0/kite-flier.name');

put('STANDARD', 'lone', null);
put('VERSION', 'lone/3', { of: 'lone' }, { version: '3' });
put('VALUE_SET', 'lone/3/valueset/color', { of: 'lone/3' }, { ...color, version: '9' });
put('PROFILE', 'lone/3/thing', { of: 'lone/3' });
element('lone/3/thing', 'shape', 0, { binding: 'https://example.org/ValueSet/shape', bindingStrength: 'example' });
element('lone/3/thing', 'color', 1, { binding: 'https://example.org/ValueSet/color|7' });

const rule = (citation: string): RegulationRecord => ({
  ...{ kind: 'REGULATION', id: `Regulation:${citation.replaceAll(' ', '-')}`, label: citation, citation },
  ...{ sortKey: citation, level: 'SECTION', reserved: false },
});
const DATA_RULE = rule('99 CFR 9.213');
const GUIDE_RULE = rule('99 CFR 9.215');
relate('ADOPTS', DATA_RULE.id, 'Standard:data/v1', { validFrom: '2022-01-01' });
relate('ADOPTS', GUIDE_RULE.id, 'Standard:core/4.0.1', { validFrom: '2020-06-30' });
relate('ADOPTS', GUIDE_RULE.id, 'Standard:kites/1.0.0', { validFrom: '2020-06-30', validTo: '2026-01-01' });

/** Everything of it, as one import. */
export const KITES: ImportRecords = { entities: [...standards, DATA_RULE, GUIDE_RULE], relations, sources: [SOURCE] };
