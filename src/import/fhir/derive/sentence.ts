const LONGEST = 300;

/** The first sentence of a description, for people who skim: at most some 300 characters of it, cut between words. */
export function firstSentence(description: string | undefined): string | undefined {
  const text = (description ?? '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1') // a link, as its words
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '') return undefined;
  const sentence = /^.*?[^\s.]{2,}[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
  return sentence.length <= LONGEST ? sentence : `${sentence.slice(0, LONGEST).replace(/\s+\S*$/, '')} …`;
}
