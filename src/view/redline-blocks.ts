/**
 * Prepares a comparison of two texts for readers: joins single words into phrases, and separates long unchanged runs.
 */

/** A run of words that two texts share, or that only one of them contains. The API calls it a DiffChunk. */
export interface WordRun {
  op: 'EQUAL' | 'INSERT' | 'DELETE';
  text: string;
}

/**
 * A part of a redline: paragraphs with the changes in them, or words between changes that are the same in both texts.
 */
export type RedlineBlock =
  | { kind: 'CHANGED'; paragraphs: WordRun[][] }
  | { kind: 'SAME'; paragraphs: WordRun[][]; words: number };

/** Words around a change that stay in view. */
const CONTEXT = 24;
/** A paragraph around a change stays whole up to so many words. */
const WHOLE_PARAGRAPH = 40;
/** Fewer unchanged words than these are not put apart. */
const FEWEST_APART = 30;
/** Between two changes, so many words that are the same by chance are told as changed with them. */
const MOST_BY_CHANCE = 3;

/** Between two deletions or two insertions, words that are the same stay apart unless these are so many times longer. */
const FAR_LONGER = 12;

/** The number of words in a text. */
export const wordsIn = (text: string): number => text.match(/\S+/g)?.length ?? 0;

/** Whether the two texts differ only in spaces and line breaks. */
export const isOnlyBlanks = (runs: readonly WordRun[]): boolean =>
  runs.some(({ op }) => op !== 'EQUAL') && runs.every(({ op, text }) => op === 'EQUAL' || text.trim() === '');

/** The blocks of a redline, in the order of the text. */
export function redlineBlocks(runs: readonly WordRun[]): RedlineBlock[] {
  const phrases = inPhrases(runs);
  const blocks: RedlineBlock[] = [];
  let shown: WordRun[] = [];
  const show = () => {
    const paragraphs = paragraphsOf(shown);
    if (paragraphs.length > 0) blocks.push({ kind: 'CHANGED', paragraphs });
    shown = [];
  };
  for (const [i, run] of phrases.entries()) {
    const apart = run.op === 'EQUAL' ? splitAround(run.text, i > 0, i < phrases.length - 1) : null;
    if (apart === null) {
      shown.push(run);
      continue;
    }
    if (apart.head !== '') shown.push({ op: 'EQUAL', text: apart.head });
    show();
    const same: WordRun = { op: 'EQUAL', text: apart.same };
    blocks.push({ kind: 'SAME', paragraphs: paragraphsOf([same]), words: wordsIn(apart.same) });
    if (apart.tail !== '') shown.push({ op: 'EQUAL', text: apart.tail });
  }
  show();
  return blocks;
}

/** The first words of a redline, and whether there are more. */
export function firstWords(runs: readonly WordRun[], most: number): { runs: WordRun[]; isCut: boolean } {
  const first: WordRun[] = [];
  let left = most;
  for (const run of runs) {
    const words = wordsIn(run.text);
    if (words > left) {
      const text = run.text.slice(0, endOfWords(run.text, left));
      return { runs: text === '' ? first : [...first, { ...run, text: `${text} …` }], isCut: true };
    }
    first.push(run);
    if (run.op !== 'EQUAL' || words < CONTEXT) left -= words;
  }
  return { runs: first, isCut: false };
}

/** A deleted phrase and the phrase in its place; either can be empty. */
interface Change {
  deleted: string;
  inserted: string;
}

/**
 * Joins changes that are separated by a few words only. A comparison word by word finds these words in both texts by chance:
 * two phrases are easier to read than five words of one and four of the other in turns.
 */
function inPhrases(runs: readonly WordRun[]): WordRun[] {
  const joined: (Change | string)[] = [];
  for (const { op, text } of runs) {
    if (op === 'EQUAL') {
      joined.push(text);
      continue;
    }
    const change = changeAtEnd(
      joined,
      op === 'DELETE' ? { deleted: text, inserted: '' } : { deleted: '', inserted: text },
    );
    joined.push(change);
  }
  return joined.flatMap((one): WordRun[] => {
    if (typeof one === 'string') return [{ op: 'EQUAL', text: one }];
    const both = [
      { op: 'DELETE' as const, text: one.deleted },
      { op: 'INSERT' as const, text: one.inserted },
    ];
    return both.filter(({ text }) => text !== '');
  });
}

/** The change, together with the change before it if only words by chance are between them. Takes these off the list. */
function changeAtEnd(joined: (Change | string)[], { deleted, inserted }: Change): Change {
  const last = joined.at(-1);
  if (last !== undefined && typeof last !== 'string') {
    joined.pop();
    return { deleted: last.deleted + deleted, inserted: last.inserted + inserted };
  }
  const before = joined.at(-2);
  if (last === undefined || before === undefined || typeof before === 'string') return { deleted, inserted };
  const change = { deleted: before.deleted + last + deleted, inserted: before.inserted + last + inserted };
  if (!isByChance(last, before, { deleted, inserted })) return { deleted, inserted };
  joined.splice(-2);
  return change;
}

function isByChance(between: string, before: Change, after: Change): boolean {
  if (between.includes('\n') || wordsIn(between) > MOST_BY_CHANCE) return false;
  const [length, shorter] = [between.trim().length, Math.min(lengthOf(before), lengthOf(after))];
  const isReplaced = before.deleted + after.deleted !== '' && before.inserted + after.inserted !== '';
  return isReplaced ? length <= shorter : length * FAR_LONGER <= shorter;
}

const lengthOf = ({ deleted, inserted }: Change): number => Math.max(deleted.length, inserted.length);

/**
 * Splits a long unchanged run into the words after the change before it, the words to put apart, and the words before the
 * next change. Null if the run is short.
 */
function splitAround(
  text: string,
  followsChange: boolean,
  precedesChange: boolean,
): { head: string; same: string; tail: string } | null {
  const from = followsChange ? endOfContext(text) : 0;
  const to = precedesChange ? startOfContext(text) : text.length;
  const same = text.slice(from, to);
  if (to <= from || wordsIn(same) < FEWEST_APART) return null;
  const head = text.slice(0, from);
  const tail = text.slice(to);
  return {
    head: head === '' || text[from] === '\n' ? head : `${head} …`,
    same: same.replace(/^\n|\n$/g, ''),
    tail: tail === '' || tail.startsWith('\n') ? tail : `… ${tail.trimStart()}`,
  };
}

/** Where the context after a change ends: with its paragraph, or after some words. */
function endOfContext(text: string): number {
  const end = text.indexOf('\n');
  return end >= 0 && wordsIn(text.slice(0, end)) <= WHOLE_PARAGRAPH ? end : endOfWords(text, CONTEXT);
}

/** Where the context before a change starts: with its paragraph, or some words before. */
function startOfContext(text: string): number {
  const start = text.lastIndexOf('\n');
  if (start >= 0 && wordsIn(text.slice(start)) <= WHOLE_PARAGRAPH) return start;
  const words = [...text.matchAll(/\S+/g)];
  return words.at(-CONTEXT)?.index ?? 0;
}

/** The offset after the first words. */
function endOfWords(text: string, count: number): number {
  if (count <= 0) return 0;
  const last = [...text.matchAll(/\S+/g)][count - 1];
  return last === undefined ? text.length : last.index + last[0].length;
}

/** Splits runs at line breaks. Paragraphs without words are left out. */
function paragraphsOf(runs: readonly WordRun[]): WordRun[][] {
  const paragraphs: WordRun[][] = [[]];
  for (const { op, text } of runs) {
    for (const [i, line] of text.split('\n').entries()) {
      if (i > 0) paragraphs.push([]);
      if (line !== '') paragraphs.at(-1)?.push({ op, text: line });
    }
  }
  return paragraphs.filter((paragraph) => paragraph.some(({ text }) => text.trim() !== ''));
}
