import { addTo } from '../../model/group.ts';
import type { RelationRecord } from '../../model/records.ts';
import type { Collector } from './collector.ts';

/**
 * Gives each provision the day on which a rule added it, or added what contains it: the latest of these days. What the seed
 * states of the provision without a date holds from that day.
 */
export function markAdded({ entities, relations }: Collector): void {
  const inside = new Map<string, string[]>();
  for (const { record } of relations.values()) {
    if (record.type === 'PART_OF') addTo(inside, record.to, record.from);
  }
  for (const { record } of relations.values()) {
    const { type, to, adds, validFrom } = record;
    if (type === 'AMENDS' && adds && validFrom !== undefined) mark(to, validFrom);
  }
  for (const { record } of relations.values()) {
    const by = entities.get(record.from)?.record;
    if (by?.kind === 'REGULATION' && by.addedOn !== undefined && !isDated(record)) record.validFrom = by.addedOn;
  }

  function mark(id: string, day: string): void {
    const provision = entities.get(id)?.record;
    if (provision?.kind !== 'REGULATION' || (provision.addedOn ?? '') >= day) return; // what lies inside is marked, too
    provision.addedOn = day;
    for (const one of inside.get(id) ?? []) mark(one, day);
  }
}

/** The law states the days of an adoption; without them, nothing is known of its start. */
const isDated = ({ type, validFrom }: RelationRecord): boolean => type === 'ADOPTS' || validFrom !== undefined;
