import { groupBy } from '../../model/group.ts';
import { type EntityKind, kindOf } from '../../model/kinds.ts';
import { RELATIONS, type RelationType } from '../../model/relations.ts';
import { nameKey } from '../../search/words.ts';
import type { Collector } from './collector.ts';

/**
 * Checks that both ends of every relation exist and have kinds that the relation type allows. Also checks that all
 * other ids exist.
 */
export function checkEnds(collector: Collector): void {
  const { relations, wanted } = collector;
  for (const { record, place } of relations.values()) {
    const { from, to } = RELATIONS[record.type];
    for (const [id, allowed] of [
      [record.from, from],
      [record.to, to],
    ] as const) {
      const kind = kindOf(id);
      if (collector.lacks(id)) collector.fault(place, `${record.type}: the entity ${id} does not exist`);
      else if (kind !== null && !(allowed as readonly EntityKind[]).includes(kind)) {
        collector.fault(place, `${record.type}: ${id} must be an entity of one of these kinds: ${allowed.join(', ')}`);
      }
    }
  }
  for (const { id, place } of wanted)
    if (collector.lacks(id)) collector.fault(place, `the entity ${id} does not exist`);
}

/** The types of relation that form a hierarchy or an order, and therefore must not form a circle. */
const ACYCLIC: readonly RelationType[] = ['PART_OF', 'BROADER', 'SUPERSEDES', 'IMPLEMENTS', 'EXCEPTION_TO'];

/** Checks that no hierarchy contains a circle. Reports each circle once. */
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
        else
          collector.fault(
            place,
            `${type}: the relations form a cycle: ${[...path.slice(round), id, record.to].join(' → ')}`,
          );
      }
      done.add(id);
    };
    for (const id of steps.keys()) walk(id, []);
  }
}

/**
 * Checks names. Adds a note for an alias that several entities share, or that is also the name of the entity that its
 * term is about. Two terms with the same name are an error, and so is an alias that is the name of an unrelated entity.
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
        collector.fault(
          place,
          `the name "${record.name}" is already used by ${first}; each term must have a unique name`,
        );
    }
    if (record.kind !== 'ALIAS') continue;
    const meant = (denoted.get(record.id) ?? []).map(({ to }) => to);
    if (meant.length > 1) note(place, `the alias "${record.name}" is shared by ${meant.join(', ')}`);
    for (const id of sameName) {
      if (meant.includes(id))
        collector.fault(place, `the alias "${record.name}" repeats the name of ${id}; remove the alias`);
      else if (meant.some((one) => oneSubject(one, id))) {
        note(
          place,
          `the alias "${record.name}" for ${meant.join(', ')} is also the name of ${id}, which the term describes`,
        );
      } else
        collector.fault(
          place,
          `the alias "${record.name}" for ${meant.join(', ')} is the name of another entity, ${id}; remove the alias`,
        );
    }
  }
}

/** Adds a note for each source that no file uses. */
export function noteUnusedSources({ sources, usedSources }: Collector, note: Collector['fault']): void {
  for (const [id, { place }] of sources) {
    if (!usedSources.has(id)) note(place, `the source "${id.replace('Source:', '')}" is not used by any file`);
  }
}
