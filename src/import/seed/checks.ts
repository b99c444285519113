import { groupBy } from '../../model/group.ts';
import { type EntityKind, kindOf } from '../../model/kinds.ts';
import { RELATIONS, type RelationType } from '../../model/relations.ts';
import { nameKey } from '../../search/words.ts';
import type { Collector } from './collector.ts';

/** Every relation joins things that are there, of kinds that it may join; what else is referred to is there, too. */
export function checkEnds(collector: Collector): void {
  const { relations, wanted } = collector;
  for (const { record, place } of relations.values()) {
    const { from, to } = RELATIONS[record.type];
    for (const [id, allowed] of [
      [record.from, from],
      [record.to, to],
    ] as const) {
      const kind = kindOf(id);
      if (collector.lacks(id)) collector.fault(place, `${record.type}: there is no ${id}`);
      else if (kind !== null && !(allowed as readonly EntityKind[]).includes(kind)) {
        collector.fault(place, `${record.type}: ${id} is none of ${allowed.join(', ')}`);
      }
    }
  }
  for (const { id, place } of wanted) if (collector.lacks(id)) collector.fault(place, `there is no ${id}`);
}

/** Relations that make a hierarchy or an order: one that comes back to where it began says nothing. */
const ACYCLIC: readonly RelationType[] = ['PART_OF', 'BROADER', 'SUPERSEDES', 'IMPLEMENTS', 'EXCEPTION_TO'];

/** No hierarchy goes round in a circle. Names each circle once. */
export function checkCycles(collector: Collector): void {
  const all = [...collector.relations.values()];
  for (const type of ACYCLIC) {
    const steps = groupBy(
      all.filter(({ record }) => record.type === type),
      ({ record }) => record.from,
    );
    const done = new Set<string>();
    const walk = (id: string, path: readonly string[]): void => {
      if (done.has(id)) return;
      for (const { record, place } of steps.get(id) ?? []) {
        const round = [...path, id].indexOf(record.to);
        if (round < 0) walk(record.to, [...path, id]);
        else collector.fault(place, `${type} goes round: ${[...path.slice(round), id, record.to].join(' → ')}`);
      }
      done.add(id);
    };
    for (const id of steps.keys()) walk(id, []);
  }
}

/**
 * Names that mean several things are said to do so: an alias that is shared, or that is the name of what its term is
 * about, is a note. An alias that is the name of something else, and two terms of one name, are faults.
 */
export function checkNames(collector: Collector, note: Collector['fault']): void {
  const entities = [...collector.entities.values()];
  const named = groupBy(
    entities.filter(({ record }) => record.kind !== 'ALIAS'),
    ({ record }) => nameKey(record.label),
  );
  const relations = [...collector.relations.values()].map(({ record }) => record);
  const denoted = groupBy(
    relations.filter(({ type }) => type === 'ALIAS_OF'),
    ({ from }) => from,
  );
  const about = new Set(relations.filter(({ type }) => type === 'ABOUT').map(({ from, to }) => `${from} ${to}`));
  const oneSubject = (a: string, b: string) => about.has(`${a} ${b}`) || about.has(`${b} ${a}`);

  for (const { record, place } of entities) {
    const sameName = (named.get(nameKey(record.label)) ?? []).map((one) => one.record.id);
    if (record.kind === 'TERM') {
      const [first] = sameName.filter((id) => id.startsWith('Term:'));
      if (first !== undefined && first !== record.id)
        collector.fault(place, `${first} has the name "${record.name}", too`);
    }
    if (record.kind !== 'ALIAS') continue;
    const meant = (denoted.get(record.id) ?? []).map(({ to }) => to);
    if (meant.length > 1) note(place, `the alias "${record.name}" is shared by ${meant.join(', ')}`);
    for (const id of sameName) {
      if (meant.includes(id)) collector.fault(place, `the alias "${record.name}" only repeats the name of ${id}`);
      else if (meant.some((one) => oneSubject(one, id))) {
        note(place, `the alias "${record.name}" of ${meant.join(', ')} is the name of ${id}, which it is about`);
      } else collector.fault(place, `the alias "${record.name}" of ${meant.join(', ')} is the name of ${id}`);
    }
  }
}

/** Sources on which nothing rests. */
export function noteUnusedSources({ sources, usedSources }: Collector, note: Collector['fault']): void {
  for (const [id, { place }] of sources) {
    if (!usedSources.has(id)) note(place, `nothing rests on the source "${id.replace('Source:', '')}"`);
  }
}
