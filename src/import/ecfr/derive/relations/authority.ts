import { statutesIn } from '../../../../model/citations/statutes.ts';
import { addTo } from '../../../../model/group.ts';
import type { EvidenceRecord } from '../../../../model/records.ts';
import type { FlatProvision } from '../../provisions/flatten.ts';
import type { LawNames } from '../law-names.ts';
import { type StatedRelation, state } from './state.ts';

/** Creates one relation for each statute in the note on a provision's authority. The quotes come from that note. */
export function authorityOf(
  by: FlatProvision,
  { sourceId, names }: { sourceId: string; names: LawNames },
): StatedRelation[] {
  const { authority } = by;
  if (authority === undefined) return [];
  const byStatute = new Map<string, EvidenceRecord[]>();
  for (const { citation, start, end } of statutesIn(authority)) {
    const id = statuteOf(citation, names);
    if (id === null) continue;
    addTo(byStatute, id, { rule: 'PARSED', quote: authority.slice(start, end), start, end, sourceId });
  }
  return [...byStatute].map(([to, evidence]) => state(by, { type: 'AUTHORIZED_BY', to, evidence }));
}

/** The statute, or the public law of a cited section of one. Null for other documents, such as a page of the statutes at large. */
function statuteOf(citation: string, names: LawNames): string | null {
  const law = /^Pub\. L\. [\d-]+(?=, section )/.exec(citation)?.[0];
  const ids = [citation, ...(law === undefined ? [] : [law])].map((written) => names.statute(written));
  return ids.find((id) => names.isStatute(id)) ?? null;
}
