import { isDesignator, rangeOf } from '../../../model/citations/designators.ts';
import type { TextBlock, TextRange, Unit } from '../read/part-text.ts';
import { announces, DEFINES, headsList, introducesList, isRunIn } from './announcing.ts';
import { definedNames } from './defined-names.ts';
import { type Designator, isFirst, readLevels } from './designators.ts';
import { distinctPaths } from './distinct-paths.ts';

/** A section, an appendix, or a paragraph of one, with its own text. It becomes a Regulation in the graph. */
export interface UnitProvision {
  /**
   * The path below the section, such as `['a', '1']`. The path of a definition contains the name that it defines. Empty
   * for the section.
   */
  path: string[];
  /** The path as written in the text, if the section has already used this designator or name at this position. */
  repeats?: string[] | undefined;
  heading?: string | undefined;
  /** Its own text, without the provisions that it contains. Each block of the file is a line. */
  text: string;
  /**
   * The text between the preceding text and its own: a line break, or less if two provisions begin in the same block.
   */
  lead: string;
  italics: TextRange[];
  reserved: boolean;
  /** The names that the block defines, if the block starts like a definition. */
  names?: string[] | undefined;
  /** The end of these names in the text. */
  namesEnd?: number | undefined;
}

/** A provision without its path. */
type OwnText = Omit<UnitProvision, 'path' | 'repeats'>;

interface Piece {
  designator: Designator | null;
  own: OwnText;
}

/**
 * The provisions of a section in text order, the section first. Together, their leads and texts form the text of the
 * section: nothing is lost or added.
 */
export function provisionsOf({ level, blocks, head }: Unit): UnitProvision[] {
  const section: UnitProvision = { path: [], text: '', lead: '', italics: [], reserved: RESERVED.test(head) };
  const provisions = [section];
  let announced = announces(head);
  let listed = headsList(head);
  const pieces = blocks.flatMap((block) => {
    if (level === 'APPENDIX') return [plain(block)];
    const found = piecesOf(block, { announced, listed });
    announced ||= announces(block.text);
    listed ||= introducesList(block.text);
    return found;
  });
  const underCurrent = announcedUnder(pieces);
  const designators = pieces.flatMap(({ designator }, i) =>
    designator
      ? [designator.term ? { ...designator, term: { underCurrent: underCurrent[i] === true } } : designator]
      : [],
  );
  const paths = distinctPaths(readLevels(designators));
  let next = 0;
  for (const { designator, own } of pieces) {
    const before = provisions.at(-1) ?? section;
    if (designator === null) {
      append(before, own, provisions.length === 1);
      continue;
    }
    provisions.push({ ...(paths[next] ?? { path: [designator.value] }), ...own });
    next += 1;
  }
  section.lead = '';
  return provisions;
}

const RESERVED = /\[\s*reserved\s*\]/i;
/** For each definition, whether it belongs to the designated paragraph before it rather than to the section. */
function announcedUnder(pieces: readonly Piece[]): boolean[] {
  let under = false;
  return pieces.map(({ designator, own }) => {
    if (designator && !designator.term) under = announces(own.text);
    return under;
  });
}

function plain({ text, italics }: TextBlock): Piece {
  return { designator: null, own: { text, lead: '\n', italics, reserved: false } };
}

/** The start of a provision in a block. */
interface Opening {
  at: number;
  designator: Designator;
  heading?: string | undefined;
  names?: string[] | undefined;
  namesEnd?: number | undefined;
}

const OPENING = /^\(([A-Za-z]{1,5}|\d{1,3})\)/;

/** A block, split where designators open provisions. */
function piecesOf(block: TextBlock, { announced, listed }: { announced: boolean; listed: boolean }): Piece[] {
  const { text, italics } = block;
  const openings: Opening[] = [];
  let at = 0;
  const named = OPENING.test(text) || !(announced || DEFINES.test(text)) ? null : definedNames(block, listed);
  if (named) {
    const value = designatorOf(named.written);
    const term = { underCurrent: false };
    openings.push({
      at,
      designator: { value, italic: false, opens: false, term },
      heading: named.names[0],
      names: named.names,
      namesEnd: named.end,
    });
    at = afterHeading(text, named.end);
    if (isRunIn(text.slice(at))) at = text.length;
  }
  for (;;) {
    const value = OPENING.exec(text.slice(at))?.[1];
    if (value === undefined || !isDesignator(value) || (openings.length > 0 && !isFirst(value))) break;
    const italic = covers(italics, at + 1, at + 1 + value.length);
    const opening = { at, designator: { value, italic, opens: openings.length > 0 } };
    const after = at + value.length + 2;
    const range = reservedRange(text, after, value);
    if (range) {
      openings.push(opening, ...range.map((one) => ({ ...one, designator: { ...one.designator, italic } })));
      break;
    }
    const { heading, end } = headingAt(text, italics, after);
    openings.push({ ...opening, heading });
    at = afterHeading(text, end);
  }
  if (openings.length === 0) return [plain(block)];
  return openings.map(({ at: start, designator, heading, names, namesEnd }, i): Piece => {
    const end = openings[i + 1]?.at ?? text.length;
    const within = text.slice(start, end).trimEnd();
    const before = text.slice(0, start);
    const own: OwnText = {
      text: within,
      lead: i === 0 ? '\n' : before.slice(before.trimEnd().length),
      italics: rangesWithin(italics, start, start + within.length),
      reserved: /^\(\w+\)[\s–—-]*(\[\s*reserved\s*\]\.?)?$/i.test(within) && RESERVED.test(text),
      heading,
      names,
      namesEnd,
    };
    return { designator, own };
  });
}

/** Where the text continues after a heading and its punctuation. */
const afterHeading = (text: string, end: number) => end + (/^[\s.:—–-]*/.exec(text.slice(end))?.[0].length ?? 0);

/** The rest of a reserved range, after its first member: "(2)-(3) [Reserved]", "(a) through (c) [Reserved]". */
function reservedRange(text: string, after: number, from: string) {
  const [, gap = '', to = ''] =
    /^(\s*(?:[-–—]|through|and|to)\s*)\(([A-Za-z]{1,5}|\d{1,3})\)\s*\[\s*reserved\s*\]/i.exec(text.slice(after)) ?? [];
  const members = to === '' ? null : rangeOf(from, to);
  if (!members) return null;
  const last = after + gap.length;
  return members.slice(1).map((value) => ({ at: last, designator: { value, italic: false, opens: false } }));
}

/** The heading: the italics right after the designator, including dashes between two runs. */
function headingAt(text: string, italics: readonly TextRange[], after: number): { heading?: string; end: number } {
  const start = after + (/^\s*/.exec(text.slice(after))?.[0].length ?? 0);
  let end = start;
  for (const [from, to] of italics) {
    if (from < end || from < start) continue;
    const gap = text.slice(end, from);
    if (end === start ? gap !== '' : !/^\s*[—–-]?\s*$/.test(gap)) break;
    end = to;
  }
  if (end === start) return { end: start };
  const heading = text.slice(start, end).replace(/[\s.:—–-]+$/, '');
  return isDesignator(heading) ? { end: start } : { heading, end };
}

const covers = (italics: readonly TextRange[], start: number, end: number) =>
  italics.some(([from, to]) => from <= start && to >= end);

const rangesWithin = (italics: readonly TextRange[], start: number, end: number): TextRange[] =>
  italics
    .filter(([from, to]) => from < end && to > start)
    .map(([from, to]): TextRange => [Math.max(from, start) - start, Math.min(to, end) - start]);

function append(provision: UnitProvision, { text, italics }: OwnText, isSection: boolean): void {
  const gap = provision.text === '' && isSection ? '' : '\n';
  const offset = provision.text.length + gap.length;
  provision.text += gap + text;
  provision.italics.push(...italics.map(([start, end]): TextRange => [start + offset, end + offset]));
}

/** The defined name in the form of a citation: letters, digits, spaces and hyphens. */
function designatorOf(name: string): string {
  return name
    .replace(/[^\p{L}\p{N}\s/-]+/gu, '')
    .replace(/[\s/]+/g, ' ')
    .trim();
}
