/** CommonMark as elements. Markup in it stays text, and only links of http leave. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { h } from '../dom.ts';
import { outside } from './pieces.ts';

type Root = ReturnType<typeof fromMarkdown>;
type Piece = Root['children'][number];

export const markdown = (source: string): Node[] => fromMarkdown(source).children.map(render);

function render(piece: Piece): Node {
  switch (piece.type) {
    case 'paragraph':
      return h('p', {}, ...inside(piece));
    case 'emphasis':
      return h('em', {}, ...inside(piece));
    case 'strong':
      return h('strong', {}, ...inside(piece));
    case 'heading':
      return h('h4', {}, ...inside(piece));
    case 'blockquote':
      return h('blockquote', {}, ...inside(piece));
    case 'list':
      return h(piece.ordered ? 'ol' : 'ul', {}, ...inside(piece));
    case 'listItem':
      return h('li', {}, ...inside(piece));
    case 'link':
      return h('span', {}, outside(piece.url, textOf(piece)));
    case 'inlineCode':
      return h('code', {}, piece.value);
    case 'code':
      return h('pre', {}, h('code', {}, piece.value));
    case 'break':
      return h('br');
    case 'thematicBreak':
      return h('hr');
    default:
      return 'value' in piece ? document.createTextNode(piece.value) : h('span', {}, ...inside(piece));
  }
}

const inside = (piece: Piece): Node[] => ('children' in piece ? piece.children.map((child) => render(child)) : []);

const textOf = (piece: Piece): string =>
  'value' in piece ? piece.value : 'children' in piece ? piece.children.map((child) => textOf(child)).join('') : '';
