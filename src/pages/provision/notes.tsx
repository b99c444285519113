/** The notes that the eCFR prints with a text, with links to the Federal Register pages that they cite. */
import type { ComponentChildren, VNode } from 'preact';
import { OutsideLink } from '../../view/links.tsx';
import type { ProvisionFacts } from './asked.ts';

type History = ProvisionFacts['history'];

/** The first volume that federalregister.gov has. */
const FIRST_ONLINE = 59;

/** A note exactly as printed, in which each parsed page is a link. Null if there is no note. */
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
