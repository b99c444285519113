/** The notes that the eCFR prints beside a text, with links to the pages of the Federal Register that they cite. */
import type { ComponentChildren, VNode } from 'preact';
import { OutsideLink } from '../../view/links.tsx';
import type { ProvisionFacts } from './asked.ts';

type History = ProvisionFacts['history'];

/** The first volume that federalregister.gov has. */
const FIRST_ONLINE = 59;

/** A note to the letter; each page that was read from it is a link. Null without a note. */
export function printedNote(note: string | null, history: History): VNode | null {
  if (note === null) return null;
  const pieces: ComponentChildren[] = [];
  let rest = note;
  for (;;) {
    const next = history
      .map((entry) => ({ entry, at: rest.indexOf(entry.quote) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at || b.entry.quote.length - a.entry.quote.length)[0];
    if (next === undefined) break;
    const { quote, citation } = next.entry;
    pieces.push(rest.slice(0, next.at), <OutsideLink address={addressOf(citation)}>{quote}</OutsideLink>);
    rest = rest.slice(next.at + quote.length);
  }
  return (
    <>
      {pieces}
      {rest}
    </>
  );
}

function addressOf(citation: string): string | null {
  return Number.parseInt(citation, 10) < FIRST_ONLINE
    ? null
    : `https://www.federalregister.gov/citation/${citation.replaceAll(' ', '-')}`;
}
