/** From texts to `MENTIONS`: one relation for each term and text, with every place as evidence. */
import {
  type EvidenceRecord,
  type ImportRecords,
  type RelationRecord,
  relationId,
  type SourceRecord,
} from '../model/records.ts';
import { linkText } from './rules.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A text of an entity, as it reads or read during a window; open where absent, end exclusive. */
export interface DatedText {
  text: string;
  from?: string | undefined;
  to?: string | undefined;
  sourceId: string;
}

/** An entity with texts. */
export interface TextOwner {
  id: string;
  texts: readonly DatedText[];
  /** Ids of the provisions around it, innermost first, its own first of all. Empty for what is no provision. */
  around: readonly string[];
  /** Where it, or a provision right below it, defines a term. The quote names the term, up to the verb. */
  defines: readonly { term: string; quote?: string | undefined; start: number }[];
}

/**
 * What the texts of a group mention.
 *
 * The weight is frequency times rarity, between 0 and 1. Frequency is n / (n + 1) for n places: a half for one, and each
 * further one adds less. Rarity is ln(1 + N / d) / ln(1 + N) for a term that d of the N texts of the group mention: one for
 * a term of a single text, a little for one in every text. A name that may mean several terms counts for each in part.
 *
 * @param sources of the texts
 */
export function mentionsOf(
  holders: readonly TextOwner[],
  vocabulary: Vocabulary,
  sources: ReadonlyMap<string, SourceRecord>,
): ImportRecords {
  const found = holders.flatMap((holder) => holder.texts.map((held) => placesIn(holder, held, vocabulary)));
  const spread = new Map<string, number>();
  for (const { places } of found) for (const term of places.keys()) spread.set(term, (spread.get(term) ?? 0) + 1);
  const relations: RelationRecord[] = [];
  for (const { holder, held, places } of found) {
    for (const [term, { evidence, share }] of places) {
      const { from, to } = held;
      const id = relationId('MENTIONS', holder.id, term);
      relations.push({
        id: to === undefined ? id : `${id}~${from ?? ''}`,
        type: 'MENTIONS',
        from: holder.id,
        to: term,
        weight: weightOf(evidence.length, spread.get(term) ?? 1, found.length, share),
        ...(from !== undefined && { validFrom: from }),
        ...(to !== undefined && { validTo: to }),
        evidence,
      });
    }
  }
  const read = new Set(relations.flatMap(({ evidence }) => evidence.map(({ sourceId }) => sourceId)));
  return { entities: [], relations, sources: [...read].sort().flatMap((id) => sources.get(id) ?? []) };
}

interface Places {
  evidence: EvidenceRecord[];
  /** How far the term is meant, 1 where every name means it alone. */
  share: number;
}

function placesIn(holder: TextOwner, held: DatedText, vocabulary: Vocabulary) {
  const { text, from, to, sourceId } = held;
  const places = new Map<string, Places>();
  const self = holder.id.startsWith('Term:') ? holder.id : undefined;
  const place = { around: holder.around, from, to, heads: headsIn(holder, text), self };
  for (const { start, end, text: quote, found } of linkText(text, vocabulary, place)) {
    for (const term of found) {
      const one = places.get(term) ?? { evidence: [], share: 0 };
      one.evidence.push({ rule: 'MATCHED', quote, start, end, sourceId });
      one.share = Math.max(one.share, 1 / found.length);
      places.set(term, one);
    }
  }
  return { holder, held, places };
}

const ANNOUNCES = /^(?:\(\w+\)\s*)*Definitions? of [^.:]{1,150}[.:]/i;

/** Where the text names what it defines: the words that do, or the heading above them ("Definition of electronic access."). */
function headsIn({ defines }: TextOwner, text: string) {
  const announced = ANNOUNCES.exec(text)?.[0].length ?? 0;
  return defines.flatMap(({ term, quote, start }) => {
    if (quote === undefined) return announced > 0 ? [{ term, start: 0, end: announced }] : [];
    const end = start + quote.length;
    return text.slice(start, end) === quote ? [{ term, start, end }] : [];
  });
}

function weightOf(count: number, spread: number, texts: number, share: number): number {
  const frequency = count / (count + 1);
  const rarity = Math.log(1 + texts / spread) / Math.log(1 + texts);
  return Math.max(0.0001, Math.round(frequency * rarity * share * 10_000) / 10_000);
}
