/** Renders CommonMark as elements: one component for each kind of piece. */
import type { ComponentChildren } from 'preact';
import { kindOf } from '../model/kinds.ts';
import { type NameSpan, type ProsePiece, proseOf } from '../prose/prose.ts';
import { LinkTo } from './linking.tsx';
import { type MeantTerm, TermLink } from './term-cards.tsx';

/** The meaning of a name in a text: a term, or a provision that the text cites. */
export type Meant = MeantTerm;
type Piece = ProsePiece<Meant>;

/** The address of a numbered source on the page, which a mark at the end of a statement leads to. */
const SOURCE = /^#source-\d+$/;

/**
 * A text in CommonMark.
 *
 * @param names names in the text, each of which becomes a link
 * @param marks the prefix of the ids of the source marks, so that a source can link back to them; for example, the
 * marks of "claim-0" are "claim-0-0" and "claim-0-1", in text order
 */
export function Markdown({
  text,
  names = [],
  marks,
}: {
  text: string;
  names?: readonly NameSpan<Meant>[];
  marks?: string;
}) {
  const pieces = proseOf(text, names);
  const found = marks === undefined ? [] : sourceLinks(pieces);
  return <>{elements(pieces, new Map(found.map((piece, i) => [piece, `${marks}-${i}`])))}</>;
}

const sourceLinks = (pieces: readonly Piece[]): Piece[] =>
  pieces.flatMap((piece) => {
    if (piece.kind === 'link' && SOURCE.test(piece.address)) return [piece];
    return 'pieces' in piece ? sourceLinks(piece.pieces) : [];
  });

type Ids = ReadonlyMap<Piece, string>;

const elements = (pieces: readonly Piece[], ids: Ids): ComponentChildren => pieces.map((piece) => element(piece, ids));

function element(piece: Piece, ids: Ids): ComponentChildren {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'name':
      return name(piece.meant, piece.text);
    case 'paragraph':
      return <p>{elements(piece.pieces, ids)}</p>;
    case 'heading':
      return <h3>{elements(piece.pieces, ids)}</h3>; // below the section's heading
    case 'emphasis':
      return <em>{elements(piece.pieces, ids)}</em>;
    case 'strong':
      return <strong>{elements(piece.pieces, ids)}</strong>;
    case 'quote':
      return <blockquote>{elements(piece.pieces, ids)}</blockquote>;
    case 'list':
      return <ul>{elements(piece.pieces, ids)}</ul>;
    case 'numbered':
      return <ol start={piece.start}>{elements(piece.pieces, ids)}</ol>;
    case 'item':
      return <li>{elements(piece.pieces, ids)}</li>;
    case 'link':
      return (
        <a href={piece.address} id={ids.get(piece)}>
          {elements(piece.pieces, ids)}
        </a>
      );
    case 'code':
      return <code>{piece.text}</code>;
    case 'block':
      return (
        <pre>
          <code>{piece.text}</code>
        </pre>
      );
    case 'break':
      return <br />;
    case 'rule':
      return <hr />;
    case 'group':
      return elements(piece.pieces, ids);
  }
}

/** A citation of at most this many characters is not broken over lines. */
const SHORT = 18;

const name = (meant: Meant, text: string): ComponentChildren =>
  kindOf(meant.id) === 'TERM' ? (
    <TermLink term={meant}>{text}</TermLink>
  ) : (
    <LinkTo id={meant.id} class={text.length > SHORT ? 'cite' : 'cite short'}>
      {text}
    </LinkTo>
  );
