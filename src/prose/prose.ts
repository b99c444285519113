/**
 * Parses CommonMark into pieces that pages and the explorer render. The rules for both are here: HTML stays text, only
 * http(s) URLs and paths of this site become links, nesting is limited, and names in the text are separate pieces.
 */
import { fromMarkdown } from 'mdast-util-from-markdown';

/** A name in a text, and its meaning. The offsets are UTF-16 code units, and the end is exclusive. */
export interface NameSpan<Meant> {
  readonly start: number;
  readonly end: number;
  readonly meant: Meant;
}

/** A node of the parsed text. */
export type ProsePiece<Meant> =
  | { readonly kind: 'text' | 'code' | 'block'; readonly text: string }
  | { readonly kind: 'name'; readonly text: string; readonly meant: Meant }
  | {
      readonly kind: 'paragraph' | 'heading' | 'emphasis' | 'strong' | 'quote' | 'list' | 'item' | 'group';
      readonly pieces: readonly ProsePiece<Meant>[];
    }
  | { readonly kind: 'numbered'; readonly start: number; readonly pieces: readonly ProsePiece<Meant>[] }
  | { readonly kind: 'link'; readonly address: string; readonly pieces: readonly ProsePiece<Meant>[] }
  | { readonly kind: 'break' | 'rule' };

type Tree = ReturnType<typeof fromMarkdown>['children'][number];

/** Deeper nesting is dropped: imported text may nest without limit. */
const DEEPEST = 24;
const WEB = /^https?:\/\//i;
const OURS = /^[/#](?![/\\])/;
/** A section sign stays on the line of its number. */
const SIGN = /(§§?) (?=\d)/g;

/**
 * Parses a text.
 *
 * @param names the names in the text; a name inside a link, code, or another name stays text, and so does a name that
 * overlaps CommonMark markup
 */
export function proseOf<Meant = never>(source: string, names: readonly NameSpan<Meant>[] = []): ProsePiece<Meant>[] {
  const sorted = [...names].sort((a, b) => a.start - b.start || b.end - a.end);
  return fromMarkdown(source).children.flatMap((node) => piecesOf(node, { source, names: sorted, depth: 0 }));
}

interface Within<Meant> {
  source: string;
  names: readonly NameSpan<Meant>[];
  depth: number;
}

function piecesOf<Meant>(node: Tree, within: Within<Meant>): ProsePiece<Meant>[] {
  if (within.depth > DEEPEST) return [];
  const inner = (names = within.names): ProsePiece<Meant>[] =>
    'children' in node
      ? node.children.flatMap((child) => piecesOf(child as Tree, { ...within, names, depth: within.depth + 1 }))
      : [];
  switch (node.type) {
    case 'text':
      return textPieces(node, within);
    case 'paragraph':
    case 'heading':
    case 'emphasis':
    case 'strong':
      return [{ kind: node.type, pieces: inner() }];
    case 'blockquote':
      return [{ kind: 'quote', pieces: inner() }];
    case 'list':
      return [
        node.ordered
          ? { kind: 'numbered', start: node.start ?? 1, pieces: inner() }
          : { kind: 'list', pieces: inner() },
      ];
    case 'listItem':
      return [{ kind: 'item', pieces: node.spread ? inner() : inner().flatMap(unwrapped) }];
    case 'inlineCode':
      return [{ kind: 'code', text: node.value }];
    case 'code':
      return [{ kind: 'block', text: node.value }];
    case 'break':
      return [{ kind: 'break' }];
    case 'thematicBreak':
      return [{ kind: 'rule' }];
    case 'link': {
      const allowed = OURS.test(node.url) || (WEB.test(node.url) && URL.canParse(node.url));
      return allowed ? [{ kind: 'link', address: node.url, pieces: inner([]) }] : inner();
    }
    case 'image':
      return [{ kind: 'text', text: node.alt ?? '' }];
    case 'html':
      return [{ kind: 'text', text: node.value }];
    case 'definition':
      return [];
    default:
      return [{ kind: 'group', pieces: inner() }];
  }
}

/** Items of a tight list have no paragraphs. */
const unwrapped = <Meant>(piece: ProsePiece<Meant>): readonly ProsePiece<Meant>[] =>
  piece.kind === 'paragraph' ? piece.pieces : [piece];

function textPieces<Meant>(
  { value, position }: Tree & { type: 'text' },
  { source, names }: Within<Meant>,
): ProsePiece<Meant>[] {
  const [from, to] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
  const here = names.filter(({ start, end }) => start >= from && end <= to);
  const offsetOf = here.length === 0 ? null : offsetsIn(value, source, from, to);
  const pieces: ProsePiece<Meant>[] = [];
  let at = 0;
  const pushText = (end: number) => {
    if (end > at) pieces.push({ kind: 'text', text: value.slice(at, end).replace(SIGN, '$1\u00a0') });
  };
  for (const { start, end, meant } of offsetOf === null ? [] : here) {
    const [first, last] = [offsetOf?.(start), offsetOf?.(end)];
    if (first === undefined || last === undefined || first < at || last <= first) continue;
    pushText(first);
    pieces.push({ kind: 'name', text: value.slice(first, last), meant });
    at = last;
  }
  pushText(value.length);
  return pieces;
}

/**
 * Maps offsets in the source to offsets in the parsed text, which lacks indentation. Returns null when the parser changed
 * more, such as escapes.
 */
function offsetsIn(value: string, source: string, from: number, to: number) {
  const lines: { at: number; from: number; length: number }[] = [];
  let [at, cursor] = [0, from];
  for (const line of value.split('\n')) {
    const found = source.indexOf(line, cursor);
    if (found < 0 || found + line.length > to || /[^\s>]/.test(source.slice(cursor, found))) return null;
    lines.push({ at, from: found, length: line.length });
    at += line.length + 1;
    cursor = found + line.length;
  }
  if (cursor !== to) return null;
  return (offset: number): number | undefined => {
    const line = lines.find((one) => offset >= one.from && offset <= one.from + one.length);
    return line && line.at + offset - line.from;
  };
}
