import { rangeOf } from '../../provisions/designators.ts';
import type { FoundCitation } from './context.ts';
import { takeMore, takePath } from './paragraph-list.ts';
import { Scanner, takeList } from './scanner.ts';

const USC = /(\d{1,2})\s+U\.?\s?S\.?\s?C\.?\s*(?:§§?\s*)?/y;
const USC_CHAPTERS = /chapters?\s+(?=\d)/y;
const USC_CHAPTER = /(\d{1,3}[A-Z]?)\b/y;
const USC_APPENDIX = /App\./y;
/** "300jj-52", "1320d", "552a"; a hyphen and the same number again is a range. */
const USC_SECTION = /(\d{1,5}[a-z]{0,4})([-–]\d{1,3}[a-z]{0,2}(?![\da-z]))?(?!\.\d)/y;
/** What follows a number that is no section. */
const UNIT = /^\s*(?:U\.?\s?S\.?\s?C|C\.?F\.?R|FR\b|days|percent)/;
const SECTIONS = /[Ss]ections?\s+|[Ss]ecs?\.\s+/y;
const ACT_SECTION = /(\d{1,5}[A-Za-z]{0,3})(-\d{1,3}[A-Za-z]?(?!\d))?(?!\.\d)/y;
const PART_OF = /[Pp]art\s+([A-Z])\s+of\s+(?=title\b)/y;
const TITLES = /[Tt]itles?\s+(?=[IVX]+\b)/y;
const ROMAN = /([IVXL]+)\b/y;
const OF_ACT =
  /(?:\s+of\s+(?:the\s+)?|,\s+(?=Pub))(Act\b(?!\s+of\s+\d{4})|(?:[A-Z][\w.’'-]*|\d+(?:st|nd|rd|th)),?\s+(?:(?:of|and|for|the|in|to|on|by|[A-Z0-9][\w.’'-]*),?\s+){0,12}?Act\b(?:\s+of\s+\d{4})?|(?:Pub(?:lic|\.)\s+L(?:aw|\.)\s+\d{1,3}[-–]\d{1,4})|[A-Z]{3,8}\b)/y;
const OF_CODE =
  /\s+of\s+title\s+(\d{1,2})(?:,\s*(?:of\s+the\s+)?|\s+of\s+the\s+)(?:United\s+States\s+Code|U\.S\.\s?C(?:\.|ode))/y;
const PUBLIC_LAWS = /Pub(?:lic|\.)\s+L(?:aws?|\.)\s+/y;
const PUBLIC_LAW = /(\d{1,3})[-–](\d{1,4})\b/y;
const REGISTER = /(\d{1,3})\s+(?:FR|Fed\.\s?Reg\.)\s+(\d{1,6})/y;
const ORDERS = /(?:Executive\s+Orders?|E\.O\.)\s+(?:Nos?\.\s+)?/y;
const ORDER = /(\d{4,6})\b/y;

/**
 * Reads a citation of a statute, a public law, the Federal Register or an executive order that starts here. Sections of
 * the United States Code and of acts are returned one by one: "42 U.S.C. 1320d-1320d-4" has five.
 */
export function statuteAt(text: string, at: number): FoundCitation | null {
  const scanner = new Scanner(text, at);
  const found = usc(scanner) ?? ofAct(scanner) ?? publicLaw(scanner) ?? register(scanner);
  return found && { start: at, end: scanner.at, targets: found.map((other) => ({ other })) };
}

function usc(scanner: Scanner): string[] | null {
  return scanner.attempt(() => {
    const title = scanner.take(USC)?.[1];
    if (title === undefined) return null;
    if (scanner.take(USC_CHAPTERS)) {
      return plainList(scanner, USC_CHAPTER)?.map(([chapter]) => `${title} U.S.C. chapter ${chapter}`) ?? null;
    }
    if (scanner.take(USC_APPENDIX)) return [`${title} U.S.C. App.`];
    return list(scanner, USC_SECTION)?.map((section) => `${title} U.S.C. ${section}`) ?? null;
  });
}

function ofAct(scanner: Scanner): string[] | null {
  return (
    scanner.attempt(() => {
      if (!scanner.take(SECTIONS)) return null;
      const sections = list(scanner, ACT_SECTION);
      const title = sections && scanner.take(OF_CODE)?.[1];
      if (title) return sections.map((section) => `${title} U.S.C. ${section}`);
      const act = sections && actName(scanner);
      return act ? sections.map((section) => `${act}, section ${section}`) : null;
    }) ??
    scanner.attempt(() => {
      const part = scanner.take(PART_OF)?.[1];
      const titles = scanner.take(TITLES) && plainList(scanner, ROMAN);
      const act = titles && actName(scanner);
      const inside = part === undefined ? '' : `, part ${part}`;
      return act ? titles.map(([title]) => `${act}, title ${title}${inside}`) : null;
    })
  );
}

/** The normalized name of an act: "of the Public Health Service Act", "of Public Law 104-191". */
function actName(scanner: Scanner): string | null {
  const name = scanner.take(OF_ACT)?.[1];
  return name === undefined
    ? null
    : name.replace(/^Pub(?:lic|\.)\s+L(?:aw|\.)\s+(\d+)[-–]/, 'Pub. L. $1-').replace(/\s+/g, ' ');
}

function publicLaw(scanner: Scanner): string[] | null {
  if (!scanner.take(PUBLIC_LAWS)) return null;
  return plainList(scanner, PUBLIC_LAW)?.map(([congress, number]) => `Pub. L. ${congress}-${number}`) ?? null;
}

function register(scanner: Scanner): string[] | null {
  const [, volume, page] = scanner.take(REGISTER) ?? [];
  if (volume !== undefined) return [`${volume} FR ${page}`];
  if (!scanner.take(ORDERS)) return null;
  return plainList(scanner, ORDER)?.map(([order]) => `Executive Order ${order}`) ?? null;
}

/** Reads numbers listed one by one: "Executive Orders 12866 and 13563". Returns the captures of each match. */
function plainList(scanner: Scanner, pattern: RegExp): string[][] | null {
  const take = () => scanner.take(pattern)?.slice(1) ?? null;
  const first = take();
  if (!first) return null;
  return takeList(scanner, [first], () => {
    const next = take();
    return next && [next];
  });
}

/** Reads sections with their paragraphs, and every member of a range. */
function list(scanner: Scanner, pattern: RegExp): string[] | null {
  const first = members(scanner, pattern);
  if (!first) return null;
  return takeList(scanner, first, ({ range }, before) => {
    scanner.take(/[Ss]ections?\s+/y);
    const next = members(scanner, pattern);
    if (!next || UNIT.test(scanner.text.slice(scanner.at))) return null;
    return range ? (between(before.at(-1) ?? '', next[0] ?? '') ?? next) : next;
  });
}

function members(scanner: Scanner, pattern: RegExp): string[] | null {
  const [, base, written = ''] = scanner.take(pattern) ?? [];
  if (base === undefined) return null;
  const suffix = written.replace('–', '-');
  if (isRangeEnd(base, suffix)) return [base, ...(between(base, suffix.slice(1)) ?? [suffix.slice(1)])];
  const again = scanner.attempt(() =>
    suffix === '' && scanner.take(new RegExp(`[-–](?=${base}(?:-|\\b))`, 'y')) ? true : null,
  );
  if (again) {
    const [, other = '', tail = ''] = scanner.take(pattern) ?? [];
    return [base, ...(between(base, other + tail) ?? [other + tail])];
  }
  const path = takePath(scanner);
  const paths = path ? takeMore(scanner, path) : [[]];
  return paths.map((steps) => base + suffix + steps.map((step) => `(${step})`).join(''));
}

/** "1171-1180": ascending plain numbers are a range; "300jj-52" is one section. */
const isRangeEnd = (base: string, suffix: string) =>
  /^\d+$/.test(base) &&
  /^-\d+$/.test(suffix) &&
  Number(suffix.slice(1)) > Number(base) &&
  suffix.length - 1 >= base.length;

/** The sections after `from` up to `to`: "1320d" to "1320d-4", "1395w-101" to "1395w-152", "1171" to "1180". */
function between(from: string, to: string): string[] | null {
  const plain = rangeOf(from, to);
  if (plain) return plain.slice(1);
  const [, base, first = '0'] = /^(\d+[a-z]+)(?:-(\d+))?$/.exec(from) ?? [];
  const [, same, last] = /^(\d+[a-z]+)-(\d+)$/.exec(to) ?? [];
  if (base === undefined || base !== same || last === undefined) return null;
  const count = Number(last) - Number(first);
  return count > 0 && count < 200 ? Array.from({ length: count }, (_, i) => `${base}-${Number(first) + i + 1}`) : null;
}

/** Every statute that a note names, such as the authority of a part: "42 U.S.C. 300jj-52; 5 U.S.C. 552." */
export function statutesIn(note: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < note.length; at += 1) {
    if (at > 0 && /[\w.]/.test(note[at - 1] ?? '')) continue;
    const cited = statuteAt(note, at);
    if (!cited) continue;
    found.push(...cited.targets.flatMap((target) => ('other' in target ? [target.other] : [])));
    at = cited.end;
  }
  return found;
}
