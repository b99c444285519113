import { withoutEscapes } from '../../../prose/escapes.ts';

const LONGEST = 300;

/** The first sentence of a description, cut between words after about 300 characters. */
export function firstSentence(description: string | undefined): string | undefined {
  const text = (description ?? '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1') // a link becomes its text
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '') return undefined;
  const sentence = withoutEscapes(/^.*?[^\s.]{2,}[.!?](?=\s|$)/.exec(text)?.[0] ?? text);
  return sentence.length <= LONGEST ? sentence : `${sentence.slice(0, LONGEST).replace(/\s+\S*$/, '')} …`;
}
