/** The text for link previews and search engines if a page has no summary. */

/** Characters that previews of links show at most. */
const PREVIEW = 280;

/** The beginning of a text on one line, cut after a whole word. */
export function preview(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length <= PREVIEW ? words : `${words.slice(0, PREVIEW).replace(/\s+\S*$/, '')} …`;
}

/** A sentence of facts, such as "Section: § 7.1 Definitions. Kite means …". Unknown facts are omitted. */
export const described = (kind: string, ...facts: readonly (string | null | undefined | false)[]): string =>
  preview(`${kind}: ${facts.filter(Boolean).join('. ')}`);
