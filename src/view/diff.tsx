/** A redline: what was inserted into a text and what was deleted from it, word by word. */
import type { ComponentChildren } from 'preact';
import { firstWords, isOnlyBlanks, redlineBlocks, type WordRun, wordsIn } from './redline-blocks.ts';

/** What a redline shows. */
export interface RedlineProps {
  /** The EQUAL and DELETE runs are the earlier text, the EQUAL and INSERT runs the later text. */
  runs: readonly WordRun[];
  /** Whether readers can open long unchanged runs. Where redlines are many, only their number of words is told. */
  keepsSame?: boolean;
  /** The most words to show, without long unchanged runs. */
  most?: number;
  /** What follows a redline that was cut, such as a link to all of it. */
  rest?: ComponentChildren;
}

/** Inserted and deleted words with their context. Unchanged words far from a change are folded, and their number is told. */
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

/** A text that is new or gone as a whole. */
export const wholeText = (op: 'INSERT' | 'DELETE', text: string): WordRun[] => [{ op, text }];

/** How much changed: "12 words inserted, 3 words deleted". Null if nothing did. */
export function amountOf(runs: readonly WordRun[]): string | null {
  const count = (op: WordRun['op']) => runs.reduce((sum, run) => (run.op === op ? sum + wordsIn(run.text) : sum), 0);
  const told = [
    [count('INSERT'), 'inserted'],
    [count('DELETE'), 'deleted'],
  ] as const;
  const said = told.filter(([words]) => words > 0).map(([words, how]) => `${counted(words, 'word')} ${how}`);
  return said.length === 0 ? null : said.join(', ');
}

/** A number and a noun: "1 word", "1,200 words". */
export const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;

function marked({ op, text }: WordRun) {
  if (op === 'INSERT') return <ins>{text}</ins>;
  return op === 'DELETE' ? <del>{text}</del> : text;
}

/** How to read a redline. */
export const RedlineKey = () => (
  <p class="note redline-key">
    <ins>Inserted words</ins> are underlined. <del>Deleted words</del> are struck through.
  </p>
);
