import { type CfrCitation, formatCitation } from '../../../model/citation.ts';
import { citationSortKey } from '../../../model/citations/sort-key.ts';
import { defined } from '../../../model/defined.ts';
import { addTo } from '../../../model/group.ts';
import type { RegulationRecord } from '../../../model/records.ts';
import type { FlatProvision } from '../provisions/flatten.ts';
import { historyOf } from './history.ts';
import type { DatedAnalysis, ObservedDays } from './observed-days.ts';
import { commonOrder, type DayWindow, windowsOf } from './windows.ts';

/** The provisions of a part by id, each with its latest and its former texts. */
export function regulationsOf(laws: readonly DatedAnalysis[], observed: ObservedDays): Map<string, RegulationRecord> {
  const all = new Map<string, Map<string, { seen: FlatProvision; sourceId: string }>>();
  for (const { asOf, law, sourceId } of laws) {
    for (const seen of law.provisions) {
      const byDay = all.get(seen.id) ?? new Map();
      all.set(seen.id, byDay.set(asOf, { seen, sourceId }));
    }
  }
  const orders = ordersOf(laws);
  const records = new Map<string, RegulationRecord>();
  for (const [id, byDay] of all) {
    const editions = [...byDay.values()];
    const last = editions.at(-1)?.seen as FlatProvision;
    const windows = windowsOf(observed(last.unitId), byDay, ({ seen: { text, heading, reserved } }) =>
      JSON.stringify([text, heading, reserved]),
    );
    const order = orders.get(last.unitId)?.get(id);
    const seenFrom = observed(last.unitId)[0] ?? '';
    // The source of a text is the first edition that has it.
    const read = windows.map((window): Read => {
      const sourceId = byDay.get(window.from)?.sourceId ?? window.value.sourceId;
      return { ...window, value: { ...window.value, sourceId } };
    });
    const history = historyOf(editions.map(({ seen, sourceId }) => ({ printed: seen, sourceId })));
    records.set(id, { ...recordOf(last, read, order), ...history, seenFrom });
  }
  return records;
}

type Read = DayWindow<{ seen: FlatProvision; sourceId: string }>;

function recordOf(last: FlatProvision, windows: readonly Read[], order: number | undefined): RegulationRecord {
  const { id, citation, level, authority, source, amendments, effectiveDateNotes, notes } = last;
  const written = formatCitation(citation);
  const now = windows.find(({ to }) => to === undefined);
  const former = windows.filter(({ to }) => to !== undefined);
  const heading = (now ?? former.at(-1))?.value.seen.heading;
  return {
    kind: 'REGULATION',
    id,
    label: written,
    citation: written,
    sortKey: sortKeyOf(citation, order),
    level,
    url: urlOf(citation),
    reserved: now?.value.seen.reserved ?? false,
    ...defined({ heading, order }),
    ...(now && current(now)),
    ...defined({ authority, published: source, amendments, effectiveDateNotes }),
    ...(notes.length > 0 && { notes }),
    ...(former.length > 0 && formerly(former)),
  };
}

/** The sort key of a provision. Paragraphs sort by their order in the section, because definitions have no numbers. */
function sortKeyOf(citation: CfrCitation, order: number | undefined): string {
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

function formerly(windows: readonly Read[]): Partial<RegulationRecord> {
  return {
    formerFrom: windows.map(({ from }) => from),
    formerTo: windows.map(({ to }) => to ?? ''),
    formerHeading: windows.map(({ value }) => value.seen.heading ?? ''),
    formerText: windows.map(({ value }) => value.seen.text ?? ''),
    formerLead: windows.map(({ value }) => value.seen.lead),
    formerSource: windows.map(({ value }) => value.sourceId),
  };
}

/** For each section, the order of all the provisions that it ever had. */
function ordersOf(laws: readonly DatedAnalysis[]): Map<string, ReadonlyMap<string, number>> {
  const sequences = new Map<string, string[][]>();
  for (const { law } of [...laws].reverse()) {
    const ids = new Map<string, string[]>();
    for (const { id, unitId, text } of law.provisions) if (text !== undefined) addTo(ids, unitId, id);
    for (const [unitId, sequence] of ids) addTo(sequences, unitId, sequence);
  }
  return new Map([...sequences].map(([unitId, list]) => [unitId, commonOrder(list)]));
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
