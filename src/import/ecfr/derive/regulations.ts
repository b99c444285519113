import { type CfrCitation, formatCitation } from '../../../model/citation.ts';
import { runEndKey } from '../../../model/citations/reserved-run.ts';
import { citationSortKey } from '../../../model/citations/sort-key.ts';
import { defined } from '../../../model/defined.ts';
import type { RegulationRecord } from '../../../model/records.ts';
import type { FlatProvision } from '../provisions/flatten.ts';
import type { AmendedPlaces } from './amended-places.ts';
import type { DatedAnalysis, ObservedDays } from './observed-days.ts';
import { unitOrders } from './unit-orders.ts';
import { type DayWindow, windowsOf } from './windows.ts';

/**
 * The provisions of a part and its enclosing divisions by id, each with its latest and its former texts.
 *
 * @param amended when amendments changed them
 * @param whole the days on which an import contained the whole part
 */
export function regulationsOf(
  laws: readonly DatedAnalysis[],
  observed: ObservedDays,
  amended: AmendedPlaces,
  whole: readonly string[],
): Map<string, RegulationRecord> {
  const all = new Map<string, Map<string, Seen>>();
  const orders = unitOrders(laws);
  const around = new Map<string, FlatProvision>();
  for (const { asOf, law, sourceId } of laws) {
    for (const seen of law.provisions) {
      if (seen.statedBy) {
        around.set(seen.id, seen);
        continue;
      }
      const byDay = all.get(seen.id) ?? new Map<string, Seen>();
      all.set(seen.id, byDay.set(asOf, { seen, sourceId, place: orders.get(seen.unitId)?.ofItsOwn(asOf, seen.id) }));
    }
  }
  // A division that is not in the files has no text and no days.
  const records = new Map([...around].map(([id, one]) => [id, recordOf(one, [], undefined)]));
  const seenOn = (unitId: string) => (around.has(unitId) ? [...(all.get(unitId)?.keys() ?? [])] : observed(unitId));
  for (const [id, byDay] of all) {
    const last = [...byDay.values()].at(-1)?.seen as FlatProvision;
    const windows = windowsOf(
      seenOn(last.unitId),
      byDay,
      ({ seen: { text, heading, reserved }, place }) => JSON.stringify([text, heading, reserved, place]),
      (day, before) => amended.beganOn(id, day, before),
    );
    const order = orders.get(last.unitId)?.common.get(id);
    const seenFrom = seenOn(last.unitId)[0] ?? '';
    // The source of a text is the first edition that has it.
    const read = windows.map((window): Read => {
      const sourceId = byDay.get(window.seenFrom)?.sourceId ?? window.value.sourceId;
      return { ...window, value: { ...window.value, sourceId } };
    });
    const seenInFull = isUnitLevel(last) ? seenOn(last.unitId) : last.level === 'PART' ? whole : [];
    records.set(id, {
      ...recordOf(last, read, order),
      ...amended.historyOf(id),
      seenFrom,
      ...(id === last.unitId && { observedOn: [...seenOn(id)], ...defined({ notedFrom: amended.notedFrom(id) }) }),
      ...defined({ addedOn: amended.addedOn(id) }),
      ...defined({ seenTo: seenInFull.at(-1), wholeFrom: last.level === 'PART' ? whole[0] : undefined }),
    });
  }
  return records;
}

const isUnitLevel = ({ level }: FlatProvision) => level === 'SECTION' || level === 'APPENDIX';

/** A provision in one edition. */
interface Seen {
  seen: FlatProvision;
  sourceId: string;
  /** The provision's position in the section in this edition, if it differs from the usual one. */
  place: number | undefined;
}
type Read = DayWindow<Seen>;

function recordOf(last: FlatProvision, windows: readonly Read[], order: number | undefined): RegulationRecord {
  const { id, citation, level, authority, source, amendments, effectiveDateNotes, notes } = last;
  const written = formatCitation(citation);
  const now = windows.find(({ to }) => to === undefined);
  const former = windows.filter(({ to }) => to !== undefined);
  const heading = ((now ?? former.at(-1))?.value.seen ?? last).heading;
  return {
    kind: 'REGULATION',
    id,
    label: written,
    citation: written,
    sortKey: sortKeyOf(last, order),
    level,
    url: urlOf(citation),
    reserved: now?.value.seen.reserved ?? false,
    ...defined({ heading, order, throughKey: runEndKey(citation) }),
    ...(now && current(now)),
    ...defined({ authority, published: source, amendments, effectiveDateNotes }),
    ...(notes.length > 0 && { notes }),
    ...(former.length > 0 && formerly(former, order)),
  };
}

/**
 * The sort key of a provision. Paragraphs sort by their order in the section and subject groups by their place in the part,
 * because definitions and subject groups have no numbers.
 */
function sortKeyOf({ citation, level, position }: FlatProvision, order: number | undefined): string {
  if (level === 'SUBJECT_GROUP') {
    return citationSortKey({
      ...citation,
      subjectGroup: `${String(position).padStart(4, '0')} ${citation.subjectGroup}`,
    });
  }
  if (citation.paragraphs.length === 0 || order === undefined) return citationSortKey(citation);
  return `${citationSortKey({ ...citation, paragraphs: [] })}/${String(order).padStart(5, '0')}`;
}

function current({ value: { seen, sourceId }, from }: Read): Partial<RegulationRecord> {
  const { text, lead, italics } = seen;
  return {
    validFrom: from,
    textSource: sourceId,
    ...(text !== undefined && { text, lead }),
    ...(italics.length > 0 && { italics: italics.flat() }),
  };
}

function formerly(windows: readonly Read[], order: number | undefined): Partial<RegulationRecord> {
  const isMoved = windows.some(({ value }) => value.place !== undefined);
  return {
    ...(isMoved && { formerOrder: windows.map(({ value }) => value.place ?? order ?? 0) }),
    formerFrom: windows.map(({ from }) => from),
    formerTo: windows.map(({ to }) => to ?? ''),
    formerHeading: windows.map(({ value }) => value.seen.heading ?? ''),
    formerText: windows.map(({ value }) => value.seen.text ?? ''),
    formerLead: windows.map(({ value }) => value.seen.lead),
    formerSource: windows.map(({ value }) => value.sourceId),
  };
}

/** The eCFR page; a paragraph has an anchor on its section's page. */
function urlOf({ title, part, subpart, section, paragraphs }: CfrCitation): string {
  const base = `https://www.ecfr.gov/current/title-${title}`;
  if (section !== undefined) {
    const page = `${base}/section-${part}.${section}`;
    const place = encodeURI(`${part}.${section}${paragraphs.map((step) => `(${step})`).join('')}`);
    return paragraphs.length > 0 ? `${page}#p-${place}` : page;
  }
  return part === undefined ? base : `${base}/part-${part}${subpart === undefined ? '' : `/subpart-${subpart}`}`;
}
