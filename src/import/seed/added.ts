import type { DateBasis } from '../../model/date-basis.ts';
import { addTo } from '../../model/group.ts';
import type { RegulationRecord, RelationRecord } from '../../model/records.ts';
import type { Collector } from './collector.ts';

/**
 * Gives each provision the day on which a rule added it or added an enclosing division. If there are several such days,
 * the latest one is used. Statements in the seed about the provision that have no date are valid from that day. An
 * added section, appendix, or division is a change on that day.
 */
export function markAdded({ entities, relations }: Collector): void {
  const inside = new Map<string, string[]>();
  for (const { record } of relations.values()) {
    if (record.type === 'PART_OF') addTo(inside, record.to, record.from);
  }
  for (const { record } of relations.values()) {
    const { type, from, to, adds, validFrom } = record;
    if (type !== 'AMENDS' || !adds || validFrom === undefined) continue;
    const rule = entities.get(from)?.record;
    const isOwnDate = rule?.kind === 'RULE' && rule.effectiveOn === validFrom;
    mark(to, validFrom, isOwnDate ? 'EFFECTIVE_DATE' : 'STATED', true);
  }
  for (const { record } of relations.values()) {
    const by = entities.get(record.from)?.record;
    if (by?.kind === 'REGULATION' && by.addedOn !== undefined && !isDated(record)) record.validFrom = by.addedOn;
  }

  function mark(id: string, day: string, basis: DateBasis, isNamed: boolean): void {
    const provision = entities.get(id)?.record;
    if (provision?.kind !== 'REGULATION' || (provision.addedOn ?? '') >= day) return; // what lies inside is marked, too
    provision.addedOn = day;
    const isUnit = provision.level === 'SECTION' || provision.level === 'APPENDIX';
    if (isUnit || (isNamed && provision.level !== 'PARAGRAPH')) Object.assign(provision, addition(day, basis));
    for (const one of inside.get(id) ?? []) mark(one, day, basis, false);
  }
}

/** The only change that is known of a provision without a text. */
const addition = (day: string, basis: DateBasis): Partial<RegulationRecord> => ({
  changeKinds: ['ADDED'],
  changeDays: [day],
  changeBases: [basis],
  changeBefore: [''],
  changeAfter: [''],
  lastChange: day,
});

/** The law states the days of an adoption; without them, nothing is known of its start. */
const isDated = ({ type, validFrom }: RelationRecord): boolean => type === 'ADOPTS' || validFrom !== undefined;
