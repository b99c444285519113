/**
 * The official text of a provision, with italics and with links for citations and terms. A term's link names its card.
 */

import { type ComponentChildren, Fragment } from 'preact';
import { membersIn } from '../../prose/citations.ts';
import { LinkTo } from '../linking.tsx';
import { type MeantTerm, TermLink } from '../term-cards.tsx';
import type { Passage } from './passage.ts';

/** How to display a text. */
export interface LawTextOptions {
  /** The date of linked provisions. Null for today. */
  asOf: string | null;
  /** The anchor of a provision that is on the page. Null for any other provision, which has its own page. */
  anchorOf(id: string): string | null;
  /** False for former texts, because italics are stored only for the latest text. */
  withItalics: boolean;
  /** True if the text must not contain links, for example in a summary that opens and closes. */
  withoutLinks?: boolean;
}

/** A citation or a name in the text that becomes a link. */
interface Link {
  start: number;
  end: number;
  /** The cited provision, or the terms to which the words can refer. */
  to: { cited: string } | { terms: readonly [MeantTerm, ...MeantTerm[]] };
}

/** A citation of at most this many characters is not broken over lines. */
const SHORT = 18;

/**
 * The text of a passage, or a part of it.
 *
 * @param from the offset of the first character
 * @param to the offset after the last character; by default, the end of the text
 */
export function LawText({
  passage,
  from = 0,
  to = passage.text?.length ?? 0,
  showing,
}: {
  passage: Passage;
  from?: number;
  to?: number;
  showing: LawTextOptions;
}) {
  const text = passage.text ?? '';
  const found = showing.withoutLinks ? [] : [...citationLinks(passage, text), ...termLinks(passage)];
  const links = apart(found, from, to);
  const emphasized = showing.withItalics ? pairs(passage.italics) : [];
  const pieces: ComponentChildren[] = [];
  let at = from;
  for (const { start, end, to: target } of links) {
    pieces.push(inItalics(text, at, start, emphasized));
    const inner = inItalics(text, start, end, emphasized);
    pieces.push(
      'terms' in target ? (
        <TermLink term={target.terms[0]} others={target.terms.slice(1)}>
          {inner}
        </TermLink>
      ) : (
        <CitedLink id={target.cited} looks={end - start > SHORT ? 'cite' : 'cite short'} showing={showing}>
          {inner}
        </CitedLink>
      ),
    );
    at = end;
  }
  return (
    <>
      {pieces}
      {inItalics(text, at, to, emphasized)}
    </>
  );
}

/** A link to a provision: within the page if it is there. */
function CitedLink({
  id,
  looks,
  showing: { asOf, anchorOf },
  children,
}: {
  id: string;
  looks: string;
  showing: LawTextOptions;
  children: ComponentChildren;
}) {
  const anchor = anchorOf(id);
  return anchor === null ? (
    <LinkTo id={id} asOf={asOf} class={looks}>
      {children}
    </LinkTo>
  ) : (
    <a class={looks} href={`#${anchor}`}>
      {children}
    </a>
  );
}

const termLinks = ({ annotations }: Passage): Link[] =>
  annotations.flatMap(({ start, end, entities: [term, ...others] }) =>
    term === undefined ? [] : [{ start, end, to: { terms: [term, ...others] } }],
  );

/** The API gives a citation per target. Targets that share a text ("paragraphs (a) and (b) of this section") divide it. */
function citationLinks({ cites }: Passage, text: string): Link[] {
  const places = new Map<string, { start: number; end: number; targets: { id: string; citation: string }[] }>();
  for (const { target, targetCitation, evidence } of cites) {
    if (target === null) continue;
    for (const { start, end } of evidence) {
      if (start === null || end === null) continue;
      const place = places.get(`${start} ${end}`) ?? { start, end, targets: [] };
      place.targets.push({ id: target.id, citation: targetCitation });
      places.set(`${start} ${end}`, place);
    }
  }
  return [...places.values()].flatMap(({ start, end, targets }) => {
    const divided = targets.length > 1 ? membersIn(text, { start, end }, targets, ({ citation }) => citation) : [];
    const [first] = targets;
    if (first === undefined) return [];
    const parts = divided.length > 0 ? divided : [{ start, end, member: first }];
    return parts.map(({ member, ...part }): Link => ({ ...part, to: { cited: member.id } }));
  });
}

/** Links in order, without overlaps: the link that begins first stays; of two with the same beginning, the longer stays. */
function apart(links: readonly Link[], from: number, to: number): Link[] {
  const kept: Link[] = [];
  let at = from;
  for (const link of [...links].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (link.start < at || link.end > to || link.end <= link.start) continue;
    kept.push(link);
    at = link.end;
  }
  return kept;
}

const pairs = (turns: readonly number[]): [number, number][] =>
  turns.flatMap((start, i): [number, number][] => (i % 2 === 0 ? [[start, turns[i + 1] ?? start]] : []));

function inItalics(text: string, from: number, to: number, emphasized: readonly [number, number][]): ComponentChildren {
  const pieces: ComponentChildren[] = [];
  let at = from;
  for (const [start, end] of emphasized) {
    const [a, b] = [Math.max(start, at), Math.min(end, to)];
    if (a >= b) continue;
    pieces.push(text.slice(at, a), <i>{text.slice(a, b)}</i>);
    at = b;
  }
  return <Fragment>{[...pieces, text.slice(at, to)]}</Fragment>;
}
