/** Texts whose names of terms somebody wrote down, and how well linking finds them. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mentionsOf } from '../../src/link/mentions.ts';
import type { LinkedVocabulary } from '../../src/link/names.ts';
import { groupBy } from '../../src/model/group.ts';
import type { ImportRecords, RelationRecord } from '../../src/model/records.ts';
import { holdersInMemory } from '../../test/link/in-memory.ts';
import { type Agreement, agreementOf, type Pair, sum } from '../citations/agreement.ts';

/** A text with its names; a name with several targets counts for one of them. Offsets and targets, as the text is not ours. */
interface Labelled {
  file: string;
  /** The id of the provision without its kind: "45-CFR-171.103". */
  citation: string;
  /** Set for the heading of a provision; otherwise, its text was labelled. */
  of?: 'heading';
  /** The beginning of the hash of the words that were labelled. */
  sha256: string;
  named: { start: number; end: number; targets: string[] }[];
}

/** How linking agrees with the labels of one part. */
export interface LabelledPart {
  agreement: Agreement;
  texts: number;
  headings: number;
  /** Each miss and each false match, in a line. */
  misses: string[];
}

/**
 * Compares linking with the labels of a part.
 *
 * @param part "171"
 * @param records what an import of the part states
 * @throws Error for a text that is not the one that was labelled
 */
export function agreementIn(part: string, records: ImportRecords, names: readonly LinkedVocabulary[]): LabelledPart {
  const labelled = readFileSync(new URL(`labels-${part}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled);
  const all = holdersInMemory(records);
  const holders = new Map(all.map((holder) => [holder.id, holder]));
  const mentions = groupBy(mentionsOf(all, names, new Map()).relations, ({ from }) => from);
  const misses: string[] = [];
  const agreements = labelled.map(({ citation, of, sha256, named }) => {
    const holder = holders.get(`Regulation:${citation}`);
    const text = (of === 'heading' ? holder?.heading : holder?.texts[0]?.text) ?? '';
    if (!holder || !createHash('sha256').update(text).digest('hex').startsWith(sha256)) {
      throw new Error(`${citation}: this is not the ${of ?? 'text'} that was labelled`);
    }
    const found =
      of === 'heading' ? inHeading(text, mentions.get(holder.id) ?? []) : inText(mentions.get(holder.id) ?? []);
    const agreement = agreementOf(wanted(named, found), found);
    misses.push(
      ...agreement.missed.map((pair) => `missed   ${citation}: ${around(text, pair)}`),
      ...agreement.invented.map((pair) => `invented ${citation}: ${around(text, pair)}`),
    );
    return agreement;
  });
  const headings = labelled.filter(({ of }) => of === 'heading').length;
  return { agreement: sum(agreements), texts: labelled.length - headings, headings, misses };
}

const inText = (mentions: readonly RelationRecord[]): Pair[] =>
  mentions.flatMap(({ to: target, evidence }) =>
    evidence.flatMap(({ start, end }) => (start === undefined || end === undefined ? [] : [{ start, end, target }])),
  );

/** Evidence in a heading has a quote and no offsets: each quote, the longest first, is where no other one is. */
function inHeading(heading: string, mentions: readonly RelationRecord[]): Pair[] {
  const quotes = mentions
    .flatMap(({ to: target, evidence }) =>
      evidence.flatMap(({ start, quote }) => (start === undefined && quote ? [{ target, quote }] : [])),
    )
    .sort((a, b) => b.quote.length - a.quote.length);
  const found: Pair[] = [];
  for (const { target, quote } of quotes) {
    let start = heading.indexOf(quote);
    while (found.some((one) => one.start < start + quote.length && start < one.end))
      start = heading.indexOf(quote, start + 1);
    if (start >= 0) found.push({ start, end: start + quote.length, target });
  }
  return found;
}

const around = (text: string, { start, end, target }: Pair): string =>
  `${text.slice(Math.max(0, start - 40), start)}[${text.slice(start, end)}]${text.slice(end, end + 30)} → ${target}`;

/** What the labels ask for: of several targets the one that was found, if any. */
function wanted(named: Labelled['named'], found: readonly Pair[]): Pair[] {
  return named.map(({ start, end, targets }) => {
    const target = targets.find((one) =>
      found.some((pair) => pair.target === one && pair.start < end && start < pair.end),
    );
    return { start, end, target: target ?? targets[0] ?? '' };
  });
}
