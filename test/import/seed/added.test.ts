import { expect, test } from 'vitest';
import { markAdded } from '../../../src/import/seed/added.ts';
import { Collector } from '../../../src/import/seed/collector.ts';

const place = { file: 'law.yaml', line: 1, column: 1 };
const provision = (collector: Collector, citation: string) => {
  const id = `Regulation:${citation.replace(' CFR ', '-CFR-')}`;
  collector.entity(
    { kind: 'REGULATION', id, label: citation, citation, sortKey: citation, level: 'SECTION', reserved: false },
    place,
  );
  return id;
};
const daysOf = ({ entities }: Collector) =>
  [...entities.values()].map(({ record }) => (record.kind === 'REGULATION' ? record.addedOn : null));

test('what a rule adds has its day, with all that it contains; the latest of several days counts', () => {
  const collector = new Collector();
  const [part, section] = [provision(collector, '9 CFR 7'), provision(collector, '9 CFR 7.1')];
  const relate = (type: 'PART_OF' | 'AMENDS', from: string, to: string, validFrom?: string) =>
    collector.relate({ type, from, to, sources: [], place, ...(validFrom && { validFrom, adds: true }) });
  relate('PART_OF', section, part);
  relate('AMENDS', 'Rule:a', section, '2024-03-11');
  relate('AMENDS', 'Rule:b', part, '2020-06-30');
  markAdded(collector);
  expect(daysOf(collector)).toEqual(['2020-06-30', '2024-03-11']);
});

test('provisions that contain each other, which is a fault, are marked all the same', () => {
  const collector = new Collector();
  const [one, other] = [provision(collector, '9 CFR 7.1'), provision(collector, '9 CFR 7.2')];
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    collector.relate({ type: 'PART_OF', from, to, sources: [], place });
  }
  collector.relate({
    type: 'AMENDS',
    from: 'Rule:a',
    to: one,
    sources: [],
    place,
    validFrom: '2020-06-30',
    adds: true,
  });
  markAdded(collector);
  expect(daysOf(collector)).toEqual(['2020-06-30', '2020-06-30']);
});
