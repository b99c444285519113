import type { NotedAmendment } from '../../../../law/amendments.ts';
import { defined } from '../../../../model/defined.ts';
import type { HistoryKind } from '../../../../model/kinds/regulation.ts';
import {
  type EvidenceRecord,
  type RegulationRecord,
  type RelationRecord,
  relationId,
} from '../../../../model/records.ts';
import type { AmendedPlaces } from '../amended-places.ts';

/**
 * Creates one relation for each rule that the notes printed with a text name. A Federal Register page leads to the rule
 * that contains it. A page without a known rule stays in the history of the provision. A page that only stayed the
 * text, or that will change it in the future, also stays there.
 */
export function amendmentsOf(regulations: Iterable<RegulationRecord>, amended: AmendedPlaces): RelationRecord[] {
  return [...regulations].flatMap((provision) => {
    const byId = new Map<string, RelationRecord>();
    for (const { named, evidence } of pagesOf(provision, amended)) {
      if (named?.rule == null) continue;
      const { rule, effectiveOn, basis, citation } = named;
      const id = relationId('AMENDS', rule.id, provision.id);
      const known = byId.get(id);
      if (known) known.evidence.push(evidence);
      else {
        const days = defined({ validFrom: effectiveOn ?? undefined });
        const more = { text: citation, validFromBasis: basis, open: true };
        byId.set(id, { id, type: 'AMENDS', from: rule.id, to: provision.id, ...more, ...days, evidence: [evidence] });
      }
    }
    return [...byId.values()];
  });
}

const AMENDING: readonly HistoryKind[] = ['PUBLISHED', 'AMENDED', 'REDESIGNATED', 'CORRECTED'];

/** The pages of a provision's own notes, each with what is known of it and with the words of the note. */
function pagesOf(
  { id, amendments, published, historyKinds = [], historyCitations, historyQuotes, historySources }: RegulationRecord,
  amended: AmendedPlaces,
): { named: NotedAmendment | undefined; evidence: EvidenceRecord }[] {
  const notes = historyKinds.length === 0 ? [] : amended.notesOf(id);
  return historyKinds.flatMap((kind, i) => {
    if (!AMENDING.includes(kind)) return [];
    const [citation, quote = '', sourceId = ''] = [historyCitations?.[i], historyQuotes?.[i], historySources?.[i]];
    const printed = [amendments, published].find((note) => note?.includes(quote));
    const start = printed?.indexOf(quote);
    const place = start === undefined ? {} : { start, end: start + quote.length };
    return [
      {
        named: notes.find((one) => one.citation === citation && !one.pending),
        evidence: { rule: 'PARSED' as const, quote, ...place, sourceId },
      },
    ];
  });
}
