/** The order of provisions: a string that sorts them in the same order as the CFR. */
import type { CfrCitation } from '../citation.ts';
import { romanOrdinal } from './designators.ts';

/**
 * A string that sorts the provisions of one title in the order of the law: a part, its subparts, its sections (each
 * followed by its paragraphs), and its appendices. Numbers, letters, and Roman numerals are compared by value: §
 * 240.10b-5 comes before § 240.10b-21.
 */
export function citationSortKey(citation: CfrCitation): string {
  const { title, part, subpart, subjectGroup, appendix, section, paragraphs } = citation;
  const keys = [String(title).padStart(3, '0')];
  if (part === undefined) {
    for (const above of ['subtitle', 'chapter', 'subchapter'] as const) {
      if (citation[above] !== undefined) keys.push(` ${citation[above]}`); // a blank: before every part
    }
  }
  if (part !== undefined) keys.push(numbered(part));
  if (subpart !== undefined) keys.push(`0${subpartKey(subpart)}`);
  if (subjectGroup !== undefined) keys.push(`0~${subjectGroup}`);
  if (appendix !== undefined) keys.push(`2${appendix.padStart(3, ' ')}`);
  if (section !== undefined) keys.push(`1${numbered(section)}`);
  return [...keys, ...paragraphs.map((designator, depth) => paragraphKey(designator, depth))].join('/');
}

/** A before Z before AA; numbers by value. */
const subpartKey = (subpart: string) => (/^[A-Z]+$/.test(subpart) ? subpart.padStart(6, ' ') : numbered(subpart));

/**
 * A number of a part or section, token by token. A hyphen sorts before parentheses, those before digits, and digits before
 * letters: 10b, 10b-5, 10b-21, 10b5-1. Every character sorts after the slash that ends the key, so that the paragraphs of
 * a section come before the next section.
 */
const numbered = (text: string): string => text.replace(/\d+|\p{L}+|./gu, keyOfToken);

function keyOfToken(token: string): string {
  if (/^\d/.test(token)) return `5${token.padStart(6, '0')}`;
  if (/^\p{L}/u.test(token)) return `7${token.toLowerCase()}`;
  if (token === '-') return '0';
  if (token === ')') return '';
  return token === '(' ? '1' : `3${token}`;
}

/** Depth decides the numbering of designators: a, 1, i, A, 1, i. So `(i)` is the ninth at depth 0 and the first at depth 2. */
function paragraphKey(designator: string, depth: number): string {
  if (/^\d+$/.test(designator)) return designator.padStart(5, '0');
  if (designator.length > 6 || /[^A-Za-z]/.test(designator)) return `0${designator.toLowerCase()}`; // by name
  const roman = depth === 2 || depth === 5 ? romanOrdinal(designator.toLowerCase()) : null;
  if (roman !== null) return String(roman).padStart(5, '0');
  return `${designator.length}${designator}`; // z before aa
}
