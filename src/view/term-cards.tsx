/**
 * Terms in running text, and their meanings. A link to a term names the card with its meaning in `data-card`, and the
 * page has a folded list of these cards. Readers without JavaScript can open the list. With a script, a card can appear
 * next to its link.
 */
import type { ComponentChildren } from 'preact';
import { nameOf, sectionCitation } from './address.ts';
import { LinkTo } from './linking.tsx';

/** A term in a text, with the definition in force there. */
export interface MeantTerm {
  id: string;
  label: string;
  shortDefinition?: string | null;
  definitionInForce?: { text: string; regulation: { id: string; citation: string } } | null;
}

/** The id of a term's card on a page, such as "card-ehr". */
export const cardId = (id: string): string => `card-${nameOf(id)}`;

/** Tells whether a term has a meaning to show, so that its link has a card. */
const hasMeaning = ({ shortDefinition, definitionInForce }: MeantTerm): boolean =>
  Boolean(definitionInForce?.text || shortDefinition);

/**
 * A link to a term in running text. It names the cards with the possible meanings of the words, and leads to the first
 * one.
 *
 * @param others the other terms to which the same words can refer
 */
export const TermLink = ({
  term,
  others = [],
  children,
}: {
  term: MeantTerm;
  others?: readonly MeantTerm[];
  children: ComponentChildren;
}) => (
  <LinkTo
    id={term.id}
    class="term"
    data-card={
      [term, ...others]
        .filter(hasMeaning)
        .map(({ id }) => cardId(id))
        .join(' ') || undefined
    }
  >
    {children}
  </LinkTo>
);

/** Characters after which a meaning is cut. A longer one is a page of its own, to which the card leads. */
const LONGEST = 480;

const cut = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/\s+\S*$/, '')} …`;

/** The meaning of a term: the definition in force where the term stands, with its citation, or else the short definition. */
function Meaning({ term: { shortDefinition, definitionInForce }, asOf }: { term: MeantTerm; asOf: string | null }) {
  if (!definitionInForce?.text) return <p>{shortDefinition}</p>;
  const { text, regulation } = definitionInForce;
  return (
    <>
      <p>{cut(text)}</p>
      <p class="muted">
        Defined in{' '}
        <LinkTo id={regulation.id} asOf={asOf}>
          {sectionCitation(regulation.citation)}
        </LinkTo>
      </p>
    </>
  );
}

/**
 * The folded list of the terms to which a page links, by name and without duplicates. Renders nothing if there are no
 * terms.
 *
 * @param terms the terms in any order, possibly with duplicates; the first one with each id is used
 * @param where the words for the place in which they are named
 * @param asOf the date of the legal text, for links to definitions in force
 */
export function TermCards({
  terms,
  where = 'on this page',
  asOf = null,
}: {
  terms: readonly MeantTerm[];
  where?: string;
  asOf?: string | null;
}) {
  const once = [...new Map([...terms].reverse().map((term) => [term.id, term])).values()]
    .filter(hasMeaning)
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
  return once.length === 0 ? null : (
    <details class="terms">
      <summary>
        Terms {where} ({once.length})
      </summary>
      {once.map((term) => (
        <div id={cardId(term.id)} class="card">
          <p class="name">
            <LinkTo id={term.id}>{term.label}</LinkTo>
          </p>
          <Meaning term={term} asOf={asOf} />
        </div>
      ))}
    </details>
  );
}
