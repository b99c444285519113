import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as plainText } from 'mdast-util-to-string';

/** A sentence of plain text, and its words. A word begins and ends with a letter or a digit, such as "US", "R4", or "payer's". */
export interface Sentence {
  text: string;
  words: string[];
}

const SENTENCES = new Intl.Segmenter('en-US', { granularity: 'sentence' });
const WORD = /[\p{L}\p{N}]+(?:['’.&-][\p{L}\p{N}]+)*/gu;

/**
 * The sentences of a CommonMark text, without its markup. The end of a list item or a paragraph also ends a sentence.
 */
export function sentencesOf(markdown: string): Sentence[] {
  return blocksOf(fromMarkdown(markdown)).flatMap((block) =>
    [...SENTENCES.segment(block)].map(({ segment }) => {
      const text = segment.trim();
      return { text, words: text.match(WORD) ?? [] };
    }),
  );
}

type Markdown = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>['children'][number];

/** The texts of the innermost blocks: of paragraphs and headings. */
function blocksOf(node: Markdown): string[] {
  if (node.type === 'paragraph' || node.type === 'heading') return [plainText(node).replace(/\s+/g, ' ')];
  return 'children' in node ? node.children.flatMap((child) => blocksOf(child as Markdown)) : [];
}
