/** CommonMark as elements: one for each kind of piece. */
import { withMarks } from '../../../prose/hidden.ts';
import { type NameSpan, type ProsePiece, proseOf } from '../../../prose/prose.ts';
import { h, textNodes } from '../dom.ts';
import { OUTSIDE } from './pieces.ts';

/** Makes the node for a name that was found in a text. */
export type DrawName<Meant> = (meant: Meant, text: string) => Node;

export type Markdown = <Meant>(source: string, names?: readonly NameSpan<Meant>[], draw?: DrawName<Meant>) => Node[];

/** @param names names found in the source; without `draw` they stay text */
export const markdown: Markdown = (source, names = [], draw = (_, text) => document.createTextNode(withMarks(text))) =>
  elements(proseOf(source, names), draw);

const elements = <Meant>(pieces: readonly ProsePiece<Meant>[], draw: DrawName<Meant>): Node[] =>
  pieces.flatMap((piece) => element(piece, draw));

function element<Meant>(piece: ProsePiece<Meant>, draw: DrawName<Meant>): Node | Node[] {
  const inner = () => ('pieces' in piece ? elements(piece.pieces, draw) : []);
  switch (piece.kind) {
    case 'text':
      return textNodes(piece.text);
    case 'name':
      return draw(piece.meant, piece.text);
    case 'paragraph':
      return h('p', {}, ...inner());
    case 'heading':
      return h('h4', {}, ...inner()); // below the section's heading
    case 'emphasis':
      return h('em', {}, ...inner());
    case 'strong':
      return h('strong', {}, ...inner());
    case 'quote':
      return h('blockquote', {}, ...inner());
    case 'list':
      return h('ul', {}, ...inner());
    case 'numbered':
      return h('ol', { start: piece.start }, ...inner());
    case 'item':
      return h('li', {}, ...inner());
    case 'link':
      return h('a', { href: piece.address, rel: /^[/#]/.test(piece.address) ? undefined : OUTSIDE }, ...inner());
    case 'code':
      return h('code', {}, piece.text);
    case 'block':
      return h('pre', {}, h('code', {}, piece.text));
    case 'break':
      return h('br');
    case 'rule':
      return h('hr');
    case 'group':
      return inner();
  }
}
