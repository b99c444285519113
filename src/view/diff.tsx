/** A redline: the words that were inserted into a text and deleted from it. */
import type { ComponentChildren } from 'preact';
import { firstWords, isOnlyBlanks, redlineBlocks, type WordRun, wordsIn } from './redline-blocks.ts';

/** The content of a redline. */
export interface RedlineProps {
  /** The EQUAL and DELETE runs form the earlier text, and the EQUAL and INSERT runs form the later text. */
  runs: readonly WordRun[];
  /**
   * Whether readers can open long unchanged runs. On pages with many redlines, only the number of their words is shown.
   */
  keepsSame?: boolean;
  /** The maximum number of words to show, not counting long unchanged runs. */
  most?: number;
  /** Content that follows a truncated redline, such as a link to the full redline. */
  rest?: ComponentChildren;
}

/**
 * Inserted and deleted words with their context. Unchanged words that are far from a change are folded, and their
 * number is shown.
 */
export function Redline({ runs, keepsSame = false, most = Number.POSITIVE_INFINITY, rest }: RedlineProps) {
  if (isOnlyBlanks(runs)) return <p class="note">Only spaces and line breaks changed.</p>;
  const { runs: first, isCut } = firstWords(runs, most);
  return (
    <div class="redline">
      {redlineBlocks(first).map(({ kind, paragraphs, ...block }) => {
        const lines = paragraphs.map((paragraph) => <p>{paragraph.map(marked)}</p>);
        if (kind === 'CHANGED') return lines;
        const told = 'words' in block ? `… ${counted(block.words, 'word')} unchanged …` : null;
        if (!keepsSame) return <p class="same">{told}</p>;
        return (
          <details class="same">
            <summary>{told}</summary>
            {lines}
          </details>
        );
      })}
      {isCut && rest}
    </div>
  );
}

/** A text that was added or removed as a whole. */
export const wholeText = (op: 'INSERT' | 'DELETE', text: string): WordRun[] => [{ op, text }];

/** The size of a change, such as "12 words inserted, 3 words deleted". Null if nothing changed. */
export function amountOf(runs: readonly WordRun[]): string | null {
  const count = (op: WordRun['op']) => runs.reduce((sum, run) => (run.op === op ? sum + wordsIn(run.text) : sum), 0);
  const told = [
    [count('INSERT'), 'inserted'],
    [count('DELETE'), 'deleted'],
  ] as const;
  const said = told.filter(([words]) => words > 0).map(([words, how]) => `${counted(words, 'word')} ${how}`);
  return said.length === 0 ? null : said.join(', ');
}

/** A number and a noun, such as "1 word" or "1,200 words". */
export const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;

function marked({ op, text }: WordRun) {
  if (op === 'INSERT') return <ins>{text}</ins>;
  return op === 'DELETE' ? <del>{text}</del> : text;
}

/** A legend that explains the marks in a redline. */
export const RedlineKey = () => (
  <p class="note redline-key">
    <ins>Inserted words</ins> are underlined. <del>Deleted words</del> are struck through.
  </p>
);
