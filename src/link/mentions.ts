/** Derives `MENTIONS` relations from texts: one for each term and text, with every occurrence as evidence. */
import { defined } from '../model/defined.ts';
import { groupBy } from '../model/group.ts';
import {
  type EvidenceRecord,
  type ImportRecords,
  type RelationRecord,
  relationId,
  type SourceRecord,
} from '../model/records.ts';
import { definedElsewhere } from './defined-elsewhere.ts';
import { type LinkedVocabulary, searchedFor } from './names.ts';
import { isInTitleCase, linkText, type TextContext } from './rules.ts';
import { type SpelledOut, spelledOutIn } from './spelled-out.ts';

/**
 * A text of an entity during a period of days. An absent day means that the period is open, and the end is exclusive.
 */
export interface DatedText {
  text: string;
  from?: string | undefined;
  to?: string | undefined;
  sourceId: string;
}

/** An entity with its texts. */
export interface TextOwner {
  id: string;
  texts: readonly DatedText[];
  /** The heading of a provision. Evidence in a heading has no offsets because offsets refer to the text. */
  heading?: string | undefined;
  /**
   * The vocabulary to which the text belongs: the vocabulary of the term whose page it is, or of a code system's
   * concepts.
   */
  vocabulary?: string | undefined;
  /** Ids of the provision itself and of its enclosing provisions, innermost first. Empty for any other entity. */
  around: readonly string[];
  /**
   * The terms that the entity, or a provision directly inside it, defines. The quote is the text from the term to the
   * verb.
   */
  defines: readonly { term: string; quote?: string | undefined; start: number }[];
}

/**
 * Derives the mentions in the texts of a group.
 *
 * The weight is the product of frequency and rarity, between 0 and 1. For n occurrences, the frequency is n / (n + 1):
 * it is 0.5 for one occurrence, and each additional occurrence adds less. If d of the N texts in the group mention the
 * term, the rarity is ln(1 + N / d) / ln(1 + N): it is 1 if only one text mentions the term, and small if every text
 * does. If a name can refer to several terms of one vocabulary, it counts partly for each.
 *
 * @param sources the sources of the texts
 */
export function mentionsOf(
  owners: readonly TextOwner[],
  vocabularies: readonly LinkedVocabulary[],
  sources: ReadonlyMap<string, SourceRecord>,
): ImportRecords {
  const documents = documentsOf(owners);
  const found = owners.flatMap((owner) => {
    const spelledOut = documents.get(documentOf(owner));
    return owner.texts.map((held) => placesIn(owner, held, { vocabularies, spelledOut }));
  });
  const spread = new Map<string, number>();
  for (const { places } of found) for (const term of places.keys()) spread.set(term, (spread.get(term) ?? 0) + 1);
  const relations: RelationRecord[] = [];
  for (const { owner, held, places } of found) {
    for (const [term, { evidence, share }] of places) {
      const { from, to } = held;
      const id = relationId('MENTIONS', owner.id, term);
      relations.push({
        id: to === undefined ? id : `${id}~${from ?? ''}`,
        type: 'MENTIONS',
        from: owner.id,
        to: term,
        weight: weightOf(evidence.length, spread.get(term) ?? 1, found.length, share),
        ...defined({ validFrom: from, validTo: to }),
        evidence,
      });
    }
  }
  const read = new Set(relations.flatMap(({ evidence }) => evidence.map(({ sourceId }) => sourceId)));
  return { entities: [], relations, sources: [...read].sort().flatMap((id) => sources.get(id) ?? []) };
}

/** A document explains its abbreviations once: a part, or the page of a term. */
const documentOf = ({ id, around }: TextOwner): string =>
  around.find((one) => /^Regulation:\d+-CFR-\w+$/.test(one)) ?? id;

function documentsOf(owners: readonly TextOwner[]): Map<string, SpelledOut> {
  const documents = groupBy(owners, documentOf);
  return new Map(
    [...documents].map(([id, some]) => [
      id,
      spelledOutIn(some.flatMap(({ texts, heading = '' }) => [heading, ...texts.map(({ text }) => text)])),
    ]),
  );
}

interface Places {
  evidence: EvidenceRecord[];
  /** 1 if a name refers only to this term, or 1 / n if it can refer to n terms. */
  share: number;
}

function placesIn(
  owner: TextOwner,
  held: DatedText,
  { vocabularies, spelledOut }: { vocabularies: readonly LinkedVocabulary[]; spelledOut: SpelledOut | undefined },
) {
  const { text, from, to, sourceId } = held;
  const { vocabulary, heading = '' } = owner;
  const places = new Map<string, Places>();
  const self = owner.id.startsWith('Term:') ? owner.id : undefined;
  const context: TextContext = { around: owner.around, from, to, heads: [], self, vocabulary, spelledOut };
  const add = (found: readonly string[], evidence: EvidenceRecord) => {
    for (const term of found) {
      const one = places.get(term) ?? { evidence: [], share: 0 };
      one.evidence.push(evidence);
      one.share = Math.max(one.share, 1 / found.length);
      places.set(term, one);
    }
  };
  const inHeading: TextContext = { ...context, isTitle: isInTitleCase(heading) };
  const inText: TextContext = { ...context, heads: headsIn(owner, text), definedIn: definedElsewhere(text) };
  for (const names of searchedFor(vocabularies, vocabulary)) {
    // Of a former text, the heading is not known. Evidence in it has no offsets, so the same words are one piece of evidence.
    const quoted = new Set<string>();
    for (const { start, end, text: quote, found } of to === undefined ? linkText(heading, names, inHeading) : []) {
      const isWhole = start === 0 && /^\W*$/.test(heading.slice(end));
      // "Information blocking" above its definition announces it.
      const named = found.filter(
        (id) => !quoted.has(`${id} ${quote}`) && !(isWhole && owner.defines.some(({ term }) => term === id)),
      );
      for (const id of named) quoted.add(`${id} ${quote}`);
      add(named, { rule: 'MATCHED', quote, sourceId });
    }
    for (const { start, end, text: quote, found } of linkText(text, names, inText)) {
      add(found, { rule: 'MATCHED', quote, start, end, sourceId });
    }
  }
  return { owner, held, places };
}

const ANNOUNCES = /^(?:\(\w+\)\s*)*Definitions? of [^.:]{1,150}[.:]/i;

/** Where the text names the terms that it defines: in the definition itself, or in a heading ("Definition of electronic access."). */
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
