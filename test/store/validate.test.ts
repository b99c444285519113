/** The last gate before the graph: records that cannot be are refused, whoever made them. */
import { describe, expect, test } from 'vitest';
import { RegulationRecord } from '../../src/model/kinds/regulation.ts';
import { kindOf } from '../../src/model/kinds.ts';
import { EntityRecord, type ImportRecords, type RelationRecord, type TermRecord } from '../../src/model/records.ts';
import { GLOSSOGRAPH } from '../../src/model/vocabulary.ts';
import { hashOf } from '../../src/store/hash.ts';
import { faultsOf } from '../../src/store/validate.ts';

const term = (id: string, label = 'a'): EntityRecord => ({
  ...{ kind: 'TERM', vocabulary: 'glossograph', id, label, slug: label, name: label },
  ...{ keyTakeaways: [], sectionHeadings: [], sectionBodies: [] },
});
const { slug: _, ...withoutSlug } = term('Term:c') as TermRecord;
const RELATION: RelationRecord = {
  ...{ id: 'Term:a-RELATED_TO-Term:b', type: 'RELATED_TO', from: 'Term:a', to: 'Term:b' },
  evidence: [{ rule: 'AUTHORED', sourceId: 'Source:x' }],
};
const records = (relation: Partial<RelationRecord> = {}, ...more: EntityRecord[]): ImportRecords => ({
  entities: [term('Term:a'), term('Term:b'), ...more],
  relations: [{ ...RELATION, ...relation }],
  sources: [{ id: 'Source:x', name: 'X' }],
  vocabularies: [GLOSSOGRAPH],
});

describe('records', () => {
  test('that are valid are accepted', () => {
    expect(faultsOf('seed', records())).toEqual([]);
    expect(
      faultsOf('seed', records({ id: `${RELATION.id}~2`, validFrom: '2020-01-01', validTo: '2021-01-01' })),
    ).toEqual([]);
  });

  test.each<[string, ImportRecords, RegExp]>([
    ['two of one id', records({}, term('Term:a')), /entity Term:a: occurs twice/],
    [
      'an id of another kind',
      records({}, term('Alias:c')),
      /the id of an entity of the kind TERM must begin with "Term:"/,
    ],
    ['no label', records({}, term('Term:c', '')), /entity Term:c: label: /],
    ['a term without a slug', records({}, withoutSlug as never), /^entity Term:c: slug: is required$/],
    [
      'a property of another type',
      records({}, { ...term('Term:c'), name: 7 } as never),
      /^entity Term:c: name: expected string/,
    ],
    ['a relation of another name', records({ id: 'r1' }), /the id must be Term:a-RELATED_TO-Term:b/],
    [
      'ends that the type does not join',
      records({ ...ends('ABOUT', 'Term:a', 'Term:b') }),
      /ABOUT must go from TERM to STANDARD or REGULATION/,
    ],
    [
      'an end that is no id',
      records({ ...ends('RELATED_TO', 'Term:', 'Term:b') }),
      /; Term: is not allowed at this end$/,
    ],
    ['a circle of one', records({ ...ends('RELATED_TO', 'Term:a', 'Term:a') }), /must not connect an entity to itself/],
    [
      'a symmetric one from its greater end',
      records({ ...ends('RELATED_TO', 'Term:b', 'Term:a') }),
      /the id that sorts first must be its source/,
    ],
    ['no evidence', records({ evidence: [] }), /at least one piece of evidence/],
    ['evidence of nowhere', records({ evidence: [{ rule: 'AUTHORED', sourceId: 'Source:y' }] }), /refers to Source:y/],
    ['a day that is none', records({ validFrom: 'today' }), /a real calendar date, such as 2026-01-31, not "today"/],
    [
      'an end before the beginning',
      records({ validFrom: '2021-01-01', validTo: '2021-01-01' }),
      /validTo must be later than validFrom/,
    ],
  ])('with %s are refused', (_what, wrong, message) => {
    const faults = faultsOf('seed', wrong);
    expect(faults.map((fault) => fault.message)).toEqual([expect.stringMatching(message)]);
    expect(faults[0]?.file).toBe('seed');
  });

  const regulation: EntityRecord = {
    ...{ kind: 'REGULATION', id: 'Regulation:99-CFR-1', label: '99 CFR Part 1', citation: '99 CFR Part 1' },
    ...{ sortKey: '099/5000001', level: 'PART', reserved: false },
  };
  const fields = [...RegulationRecord.keyof().options].filter((key) => key !== 'kind' && key !== 'id');
  test.each(fields)('have every fault that the schema as a whole finds in %s', (field) => {
    const { [field]: _own, ...without } = regulation;
    const wrong = [undefined, null, 7, '', ['a', 7], {}].map((value) => ({ ...regulation, [field]: value }));
    for (const record of [without, ...wrong]) {
      const issues = EntityRecord.safeParse(record).error?.issues ?? [];
      const faults = faultsOf('seed', { entities: [record as EntityRecord], relations: [], sources: [] });
      const places = issues.map(({ path }) => expect.stringContaining(`Regulation:99-CFR-1: ${path.join('.')}: `));
      expect(faults.map(({ message }) => message)).toEqual(places);
    }
  });

  test('have a hash that depends on every word and not on the order', () => {
    const one = records({}, term('Term:c'));
    const turned = {
      entities: [...one.entities].reverse().map((entity) => Object.fromEntries(Object.entries(entity).reverse())),
      relations: one.relations,
      sources: one.sources,
      vocabularies: one.vocabularies,
    } as unknown as ImportRecords;
    expect(hashOf(turned)).toBe(hashOf(one));
    expect(hashOf(records({}, term('Term:c', 'other')))).not.toBe(hashOf(one));
    expect(hashOf({ ...one, sources: [] })).not.toBe(hashOf(one));
  });
});

test('an id tells its kind', () => {
  expect(['Term:ehr', 'Standard:us-core/7.0.0', 'Term:', 'Source:x', 'ehr'].map(kindOf)).toEqual([
    'TERM',
    'STANDARD',
    null,
    null,
    null,
  ]);
});

function ends(type: RelationRecord['type'], from: string, to: string) {
  return { id: `${from}-${type}-${to}`, type, from, to };
}
