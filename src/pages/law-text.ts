/** The official text of a provision, with italics, and with links for citations and terms. A term's link has its meaning as title. */
import { document, type ResultOf } from '../../schema/document.ts';
import { addressOf } from './address.ts';
import { type Content, type Html, html } from './html.ts';

/** Selects a provision's text, with the definitions in force at `$citation`. */
export const PASSAGE = document(`
fragment Passage on Regulation {
  id
  citation
  level
  heading
  text
  italics
  reserved
  annotations {
    start
    end
    entities {
      id
      label
      ... on Term {
        shortDefinition
        definitionInForce(citation: $citation) { text regulation { id citation } }
      }
    }
  }
  cites {
    targetCitation
    target { id }
    evidence { start end }
  }
}`);
/** A provision whose text is shown. */
export type Passage = ResultOf<typeof PASSAGE>;

/** A term found in a text, with the definition in force there. */
export interface MeantTerm {
  id: string;
  label: string;
  shortDefinition?: string | null;
  definitionInForce?: { text: string; regulation: { id: string; citation: string } } | null;
}

/** How to show a text. */
export interface LawTextOptions {
  /** The address of a provision: an anchor in the page, or a page of its own. */
  addressOf(id: string): string;
  /** False for older texts, because italics are stored for the latest text only. */
  withItalics: boolean;
}

interface Link {
  start: number;
  end: number;
  href: string;
  title: string | null;
  looks: 'cite' | 'cite short' | 'term';
}

/** A citation of at most this many characters is not broken over lines. */
const SHORT = 18;

/** The text from the offset `from` on. */
export function lawText(passage: Passage, from: number, showing: LawTextOptions): Html {
  const text = passage.text ?? '';
  const links = apart([...citationLinks(passage, text, showing), ...termLinks(passage)], from);
  const emphasized = showing.withItalics ? pairs(passage.italics) : [];
  const pieces: Content[] = [];
  let at = from;
  for (const { start, end, href, title, looks } of links) {
    pieces.push(inItalics(text, at, start, emphasized));
    const inner = inItalics(text, start, end, emphasized);
    pieces.push(anchor(looks, href, title, inner));
    at = end;
  }
  return html`${pieces}${inItalics(text, at, text.length, emphasized)}`;
}

/** A link. It has a tooltip only if there is something to show. */
export const anchor = (looks: string, href: string, title: string | null, inner: Content): Html =>
  title === null
    ? html`<a class="${looks}" href="${href}">${inner}</a>`
    : html`<a class="${looks}" href="${href}" title="${title}">${inner}</a>`;

/**
 * The meaning of a term where it is used: the definition in force there, with its citation, or else the term's short definition;
 * null without one.
 *
 * @param longest characters after which a legal definition is cut
 */
export function meaningOf(
  { shortDefinition, definitionInForce }: MeantTerm,
  longest = Number.POSITIVE_INFINITY,
): string | null {
  if (!definitionInForce) return shortDefinition ?? null;
  const { text, regulation } = definitionInForce;
  const words = text.length <= longest ? text : `${text.slice(0, longest).replace(/\s+\S*$/, '')} …`;
  return `${words} (${regulation.citation})`;
}

const LONGEST_TITLE = 320;

function termLinks({ annotations }: Passage): Link[] {
  return annotations.flatMap(({ start, end, entities }): Link[] => {
    const [first] = entities;
    if (first === undefined) return [];
    return [
      {
        start,
        end,
        href: addressOf(first.id),
        title: entities.flatMap((one) => meaningOf(one, LONGEST_TITLE) ?? []).join(' Or: ') || null,
        looks: 'term',
      },
    ];
  });
}

/** The API gives a citation per target. Targets that share a text ("paragraphs (a) and (b) of this section") divide it. */
function citationLinks({ cites }: Passage, text: string, showing: LawTextOptions): Link[] {
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
    const divided = targets.length > 1 ? divide(text, start, end, targets) : [];
    const [first] = targets;
    if (first === undefined) return [];
    const parts = divided.length > 0 ? divided : [{ start, end, id: first.id }];
    return parts.map(
      ({ id, ...part }): Link => ({
        ...{ ...part, href: showing.addressOf(id), title: null },
        looks: part.end - part.start > SHORT ? 'cite' : 'cite short',
      }),
    );
  });
}

/** Links each target where the text names it, in order. A target inside a range that the text does not name has no link. */
function divide(text: string, start: number, end: number, targets: readonly { id: string; citation: string }[]) {
  let at = start;
  return targets.flatMap(({ id, citation }) => {
    for (const name of namesOf(citation)) {
      const found = text.indexOf(name, at);
      if (found < 0 || found + name.length > end) continue;
      at = found + name.length;
      return [{ start: found, end: at, id }];
    }
    return [];
  });
}

/** "45 CFR 171.203(d)(1)" as a text may write it, longest first: "171.203(d)(1)", "(d)(1)", "(1)". */
function namesOf(citation: string): string[] {
  const short = citation.replace(/^\d+ CFR (?:Part )?/, '');
  const [section = '', ...designators] = short.split(/(?=\()/);
  return [
    short,
    ...designators.map((_, i) => designators.slice(i).join('')),
    ...(designators.length === 0 ? [section] : []),
  ];
}

/** Links in order, without overlaps: the link that begins first stays; of two with the same beginning, the longer stays. */
function apart(links: readonly Link[], from: number): Link[] {
  const kept: Link[] = [];
  let at = from;
  for (const link of [...links].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (link.start < at || link.end <= link.start) continue;
    kept.push(link);
    at = link.end;
  }
  return kept;
}

const pairs = (turns: readonly number[]): [number, number][] =>
  turns.flatMap((start, i): [number, number][] => (i % 2 === 0 ? [[start, turns[i + 1] ?? start]] : []));

function inItalics(text: string, from: number, to: number, emphasized: readonly [number, number][]): Content {
  const pieces: Content[] = [];
  let at = from;
  for (const [start, end] of emphasized) {
    const [a, b] = [Math.max(start, at), Math.min(end, to)];
    if (a >= b) continue;
    pieces.push(text.slice(at, a), html`<i>${text.slice(a, b)}</i>`);
    at = b;
  }
  return [...pieces, text.slice(at, to)];
}
