const DESIGNATORS = /^\s*(?:\([A-Za-z0-9]{1,5}\)\s*)*/;

/**
 * The ranges of the sentences. A period inside an abbreviation can split a sentence; the resulting parts do not have a
 * subject.
 */
export function sentencesOf(text: string): [number, number][] {
  const starts = [DESIGNATORS.exec(text)?.[0].length ?? 0];
  for (const { 0: gap, index } of text.matchAll(/(?:[.;:!?][”"')]?|[”"'] ?—|—)\s*(?=[\p{Lu}“"])|\n\s*/gu)) {
    if (/^[.;:!?][”"')]?$/.test(gap)) continue;
    starts.push(index + gap.length);
  }
  const sorted = [...new Set(starts)].sort((a, b) => a - b);
  return sorted.map((start, i) => [start, sorted[i + 1] ?? text.length]);
}
