/** Parses citations of parts, subparts, appendices, and the divisions above parts. */
import type { CfrCitation } from '../citation.ts';
import { rangeOf } from './designators.ts';
import { type CfrTargets, type CitedRange, type CitingPlace, movedTo } from './found.ts';
import { APPENDIX, CFR, partOf, plainHyphens, SECTION, SUBPART, sectionIn } from './numbers.ts';
import { type Scanner, takeList } from './scanner.ts';

const PARTS = /[Pp]arts?\s+(?=\d)/y;
/** What follows a number that counts something. */
const UNIT = /^\s*(?:days?|hours?|years?|percent|C\.?F\.?R|U\.?S\.?C|FR)\b/;
const SUBPARTS = /[Ss]ubparts?\s+/y;
const LETTER = new RegExp(String.raw`(?:[Ss]ubparts?\s+)?(${SUBPART})`, 'y');
const OF_PART = new RegExp(
  String.raw`,?\s*(?:of|in)\s+(?:(\d{1,2})\s+${CFR}\s+|title\s+(\d{1,2}),?\s+)?[Pp]art\s+(${partOf(41)})\b(?!\.\d)`,
  'y',
);
export const OF_TITLE = /,?\s+of\s+title\s+(\d{1,2})\b(?!\s*,?\s*(?:of\s+the\s+)?(?:United States Code|U\.S\.))/y;
export const OF_THIS = /,?\s+of\s+(?:this\s+(?:title|subtitle|chapter|subchapter|part)|title\s+\d+)\b/y;
const COMMA_SUBPART = new RegExp(String.raw`,?\s*(?=[Ss]ubparts?\s+${SUBPART})`, 'y');
const COMMA_APPENDIX = /,?\s*(?=[Aa]ppendi(?:x|ces)\s)/y;
const APPENDICES = /[Aa]ppendi(?:x|ces)\s+/y;
const APPENDIX_NAME = new RegExp(String.raw`(?:[Aa]ppendix\s+)?(${APPENDIX})(?!\s+${CFR})`, 'y');
const TO_THIS = /,?\s*(?:to|of|in)\s+this\s+(part|subpart)\b/y;
const TO_SUBPART = new RegExp(String.raw`,?\s*(?:to|of|in)\s+[Ss]ubpart\s+(${SUBPART})`, 'y');
const TO_PART = new RegExp(OF_PART.source.replace('(?:of|in)', '(?:to|of|in)'), 'y');
const TO_SECTION = new RegExp(
  String.raw`,?\s*(?:to|of|in)\s+(?:(\d{1,2})\s+${CFR}\s+)?(?:§\s*|[Ss]ection\s+)${SECTION}`,
  'y',
);
const TITLED_SUBCHAPTER = /[Ss]ubchapter\s+([A-Z]{1,2})(?![A-Za-z])/y;
const SUBCHAPTER =
  /[Ss]ubchapter\s+([A-Z]{1,2})(?![A-Za-z])(?=\s+of\s+(?:this\s+(?:chapter|title|subtitle)|chapter|\d+\s+CFR))/y;

/** A place, the title that the citation starts with, and whether it states one. */
type Titled = CitingPlace & { number: number; titled: boolean; sure: boolean };

/** Parses a citation by part, subpart, appendix, or subchapter that starts after its title. */
export function divisionsAt(scanner: Scanner, place: Titled): CfrTargets | null {
  const { number, titled } = place;
  return (
    parts(scanner, place) ??
    plain(appendices(scanner, place)) ??
    plain(titled ? null : subparts(scanner, place)) ??
    plain(subchapter(scanner, number, titled ? TITLED_SUBCHAPTER : SUBCHAPTER))
  );
}

const plain = (targets: CfrCitation[] | null): CfrTargets | null => targets && { targets, ranges: [] };

/**
 * Reads parts, each with the subparts or the appendix that follows it: "45 CFR parts 160 and 164, subparts A, C, and E" has
 * part 160 and three subparts of part 164. In a title that the citation states, "and subparts A and E of part 164" belongs
 * to the same title.
 */
function parts(scanner: Scanner, place: Titled): CfrTargets | null {
  return scanner.attempt(() => {
    const at = scanner.at;
    const word = scanner.text.slice(at, at + 1);
    const ranges: CitedRange[] = [];
    const first = partList(scanner, place, ranges);
    if (!first) return null;
    const isTheirs = () =>
      !place.titled || place.number === place.title || !scanner.attempt(() => scanner.take(OF_THIS));
    const targets = place.titled
      ? takeList(scanner, first, () => {
          const more =
            partList(scanner, place, ranges) ?? (scanner.take(/(?=[Ss]ubpart)/y) && subpartsOfParts(scanner, place));
          return more && isTheirs() ? more : null;
        })
      : first;
    const other = place.titled ? null : scanner.take(OF_TITLE);
    // "Songs for Harp, Part 1" is a book: within a sentence the CFR writes "part" in lower case.
    const isName = !place.titled && word === 'P' && /[^\s.)”"—–-]\s*$/.test(scanner.text.slice(0, at));
    if (isName && !other && !scanner.take(OF_THIS)) return null;
    return other ? movedTo(Number(other[1]), { targets, ranges }) : { targets, ranges };
  });
}

/** Reads "parts 160 and 164" and what is inside the last of them: "subparts A and E", "appendix A". */
function partList(scanner: Scanner, { number: title }: Titled, ranges: CitedRange[]): CfrCitation[] | null {
  const one = new RegExp(String.raw`(${partOf(title)})(?![\d.]*\.\d)(?![A-Za-z\d%])`, 'y');
  const part = (): CfrCitation | null => {
    const number = scanner.take(one)?.[1];
    return number === undefined ? null : { title, part: plainHyphens(number), paragraphs: [] };
  };
  const first = scanner.take(PARTS) && part();
  if (!first) return null;
  const found = takeList(scanner, [first], ({ range }, before) => {
    scanner.take(/[Pp]arts?\s+/y);
    const next = part();
    // "part 170 and 30 days": a bare number is a part only in a list of parts
    if (!next || UNIT.test(scanner.text.slice(scanner.at))) return null;
    const from = before.at(-1);
    if (range && from) ranges.push({ from, to: next });
    return [next];
  });
  const last = found.at(-1) ?? first;
  const inside = scanner.attempt(() => {
    if (scanner.take(COMMA_SUBPART)) {
      const letters = subpartLetters(scanner);
      // "part 160, subpart A of part 164": the subpart is of the part that follows
      if (!letters || scanner.attempt(() => scanner.take(OF_PART))) return null;
      const within = letters.map((subpart): CfrCitation => ({ ...last, subpart }));
      const [only] = within;
      return within.length === 1 && only ? (takeAppendix(scanner, only) ?? within) : within;
    }
    return takeAppendix(scanner, last);
  });
  return inside ? [...found.slice(0, -1), ...inside] : found;
}

/** Reads ", appendix A" after a part or subpart. */
function takeAppendix(scanner: Scanner, within: CfrCitation): CfrCitation[] | null {
  return scanner.attempt(() => {
    const found = scanner.take(COMMA_APPENDIX) && appendixNames(scanner);
    return found ? found.map((appendix) => ({ ...within, appendix })) : null;
  });
}

/** Reads "subparts A and E of part 164"; null without a part. */
function subpartsOfParts(scanner: Scanner, { number }: Titled): CfrCitation[] | null {
  const letters = subpartLetters(scanner);
  const [, cfr, named, part] = (letters && scanner.take(OF_PART)) ?? [];
  if (!letters || part === undefined) return null;
  const title = Number(cfr ?? named ?? number);
  return letters.map((subpart) => ({ title, part: plainHyphens(part), subpart, paragraphs: [] }));
}

/** Reads "subparts A and C", of the part that follows or of the citing part. */
function subparts(scanner: Scanner, place: Titled): CfrCitation[] | null {
  return scanner.attempt(() => {
    const elsewhere = scanner.attempt(() => subpartsOfParts(scanner, place));
    if (elsewhere) {
      const other = scanner.take(OF_TITLE);
      return other ? elsewhere.map((one) => ({ ...one, title: Number(other[1]) })) : elsewhere;
    }
    const letters = subpartLetters(scanner);
    if (!letters || place.part === '') return null;
    return letters.map((subpart) => ({ title: place.number, part: place.part, subpart, paragraphs: [] }));
  });
}

const subpartLetters = (scanner: Scanner) => names(scanner, SUBPARTS, LETTER);
const appendixNames = (scanner: Scanner) => names(scanner, APPENDICES, APPENDIX_NAME);

/** Reads a word and its names with the members of ranges: "subparts A, C through E". */
function names(scanner: Scanner, word: RegExp, name: RegExp): string[] | null {
  const first = scanner.take(word) && scanner.take(name)?.[1];
  if (!first) return null;
  return takeList(scanner, [first], ({ range }, before) => {
    const next = scanner.take(name)?.[1];
    if (next === undefined) return null;
    return (range ? rangeOf(before.at(-1) ?? '', next)?.slice(1) : null) ?? [next];
  });
}

/** Reads "appendix A to part 482", "appendices A and B to subpart C of part 300", "the appendix to this part". */
function appendices(scanner: Scanner, place: Titled): CfrCitation[] | null {
  return scanner.attempt(() => {
    const named = scanner.attempt(() => appendixNames(scanner));
    const called = named ?? (scanner.take(APPENDICES) && ['only']);
    if (!called) return null;
    const within = appendixHome(scanner, place);
    if (!within) return null;
    const { section, ...home } = within;
    const suffix = section === undefined ? '' : ` to ${home.part}.${section}`;
    return called.map((name) => ({ ...home, appendix: name + suffix }));
  });
}

/** The part, subpart or section that an appendix belongs to. */
function appendixHome(scanner: Scanner, { number, part, subpart }: Titled): CfrCitation | null {
  const there = scanner.take(TO_SECTION);
  if (there) return { ...sectionIn(there, number), paragraphs: [] };
  const here = part === '' ? undefined : scanner.take(TO_THIS)?.[1];
  if (here === 'part') return { title: number, part, paragraphs: [] };
  if (here === 'subpart') return subpart === undefined ? null : { title: number, part, subpart, paragraphs: [] };
  const letter = scanner.take(TO_SUBPART)?.[1];
  const [, cfr, title, other] = scanner.take(TO_PART) ?? [];
  if (other === undefined && (letter === undefined || part === '')) return null;
  scanner.take(/\s+of\s+this\s+part\b/y);
  const home = { title: Number(cfr ?? title ?? number), part: plainHyphens(other ?? part), paragraphs: [] };
  return letter === undefined ? home : { ...home, subpart: letter };
}

function subchapter(scanner: Scanner, title: number, pattern: RegExp): CfrCitation[] | null {
  const letter = scanner.take(pattern)?.[1];
  return letter === undefined ? null : [{ title, subchapter: letter, paragraphs: [] }];
}
