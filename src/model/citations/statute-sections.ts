/** Parses lists and ranges of statute sections. */
import { plainHyphens } from './numbers.ts';
import { takeMore, takePath } from './paragraph-list.ts';
import { type Scanner, takeList } from './scanner.ts';

/** A section of a statute, with its subsections. `to` is the end of a range that starts with the section. */
export interface CitedSection {
  section: string;
  to?: RangeTail;
}

interface RangeTail {
  section: string;
  /** False if the text abbreviates the number, as in "591-96". */
  whole: boolean;
}

/** What follows a number that is no section. */
const UNIT = /^\s*(?:U\.?\s?S\.?\s?C|C\.?F\.?R|FR\b|Stat\.|days|percent)/;

/** Parses sections with their subsections, such as "1395x(u) and (s)", "1395w-101 through 1395w-104", or "591-96". */
export function sectionList(scanner: Scanner, pattern: RegExp): CitedSection[] | null {
  const first = members(scanner, pattern);
  if (!first) return null;
  return takeList(scanner, [first], ({ range }, before) => {
    scanner.take(/[Ss]ections?\s+|§§?\s*/y);
    const next = members(scanner, pattern);
    if (!next || UNIT.test(scanner.text.slice(scanner.at))) return null;
    const last = before.at(-1)?.at(-1);
    const [end, ...more] = next;
    if (!range || !last || last.to || !end || end.to) return [next];
    last.to = { section: end.section, whole: true };
    return [more];
  }).flat();
}

function members(scanner: Scanner, pattern: RegExp): CitedSection[] | null {
  const written = scanner.take(pattern)?.[1];
  if (written === undefined) return null;
  const number = plainHyphens(written);
  const range = rangeIn(number);
  if (range) return [range];
  const path = takePath(scanner);
  const paths = path ? takeMore(scanner, path) : [[]];
  return paths.map((steps) => ({ section: number + steps.map((step) => `(${step})`).join('') }));
}

/** The range in "1171-1180", "1320d-1320d-8", "78a-78pp" or "591-96"; null for one section, such as "300jj-52". */
function rangeIn(number: string): CitedSection | null {
  const parts = number.split('-');
  for (let at = 1; at < parts.length; at += 1) {
    const [from, to] = [parts.slice(0, at).join('-'), parts.slice(at).join('-')];
    const end = endOf(from, to);
    if (end) return { section: from, to: end };
  }
  return null;
}

function endOf(from: string, to: string): RangeTail | null {
  const [, first = '', letters = ''] = /^(\d+)([A-Za-z]*)/.exec(from) ?? [];
  const [, last = '', more = ''] = /^(\d+)([A-Za-z]*)/.exec(to) ?? [];
  if (last === first && to !== from) return { section: to, whole: true };
  // "1a-7b" and "300jj-9" are sections: an end has at least two digits and comes later
  if (last.length < 2) return null;
  if (last.length >= first.length) return Number(last) > Number(first) ? { section: to, whole: true } : null;
  if (letters !== '' || more !== '' || from !== first) return null;
  const section = first.slice(0, -last.length) + last;
  return Number(section) > Number(first) ? { section, whole: false } : null;
}

/** Parses a plain list of numbers, such as "Executive Orders 12866 and 13563". Returns the captures of each match. */
export function plainList(scanner: Scanner, pattern: RegExp): string[][] | null {
  const take = () => scanner.take(pattern)?.slice(1) ?? null;
  const first = take();
  if (!first) return null;
  return takeList(scanner, [first], () => {
    const next = take();
    return next && [next];
  });
}
