/** CommonMark as HTML: an element for each kind of piece. */
import { type NameSpan, type ProsePiece, proseOf } from '../prose/prose.ts';
import { addressOf } from './address.ts';
import { type Html, html } from './html.ts';
import { anchor, type MeantTerm, meaningOf } from './law-text.ts';

/** @param names names found in the text; each becomes a link whose title is its meaning */
export const markdown = (text: string, names: readonly NameSpan<MeantTerm>[] = []): Html =>
  written(proseOf(text, names));

const written = (pieces: readonly ProsePiece<MeantTerm>[]): Html => html`${pieces.map(element)}`;

function element(piece: ProsePiece<MeantTerm>): Html {
  switch (piece.kind) {
    case 'text':
      return html`${piece.text}`;
    case 'name':
      return anchor('term', addressOf(piece.meant.id), meaningOf(piece.meant), piece.text);
    case 'paragraph':
      return html`<p>${written(piece.pieces)}</p>\n`;
    case 'heading':
      return html`<h3>${written(piece.pieces)}</h3>\n`; // below the section's heading
    case 'emphasis':
      return html`<em>${written(piece.pieces)}</em>`;
    case 'strong':
      return html`<strong>${written(piece.pieces)}</strong>`;
    case 'quote':
      return html`<blockquote>${written(piece.pieces)}</blockquote>\n`;
    case 'list':
      return html`<ul>${written(piece.pieces)}</ul>\n`;
    case 'numbered':
      return html`<ol start="${piece.start}">${written(piece.pieces)}</ol>\n`;
    case 'item':
      return html`<li>${written(piece.pieces)}</li>\n`;
    case 'link':
      return html`<a href="${piece.address}">${written(piece.pieces)}</a>`;
    case 'code':
      return html`<code>${piece.text}</code>`;
    case 'block':
      return html`<pre><code>${piece.text}</code></pre>\n`;
    case 'break':
      return html`<br>`;
    case 'rule':
      return html`<hr>\n`;
    case 'group':
      return written(piece.pieces);
  }
}
