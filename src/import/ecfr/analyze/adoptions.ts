import { groupBy } from '../../../model/group.ts';
import type { FlatProvision } from '../provisions/flatten.ts';
import type { TextRange } from '../read/part-text.ts';
import { knownStandardsIn } from './adoptions/known-standards.ts';
import { periodIn, type StatedPeriod } from './adoptions/period.ts';
import { announcement, hasBody, incorporates, isLabeled, namesSomething, passagesOf } from './adoptions/wording.ts';

/** An item that a paragraph adopts, and the dates that the text states. */
export interface ParsedAdoption extends StatedPeriod {
  by: FlatProvision;
  /** The key of the standard, such as "us-core/6.1.0". Absent for an item that has no key in Glossograph. */
  key?: string;
  /** The words that name the item. */
  quote: TextRange;
}

/**
 * Finds what a section adopts, paragraph by paragraph. A paragraph adopts an item in three cases: words above it
 * introduce a list of adopted items ("The Secretary adopts the following standards:"), the paragraph itself states that
 * it adopts the item, or the paragraph is labeled as a standard that is incorporated by reference. If Glossograph does
 * not know an item as a standard, the words that name the item are kept.
 *
 * @param section its provisions in order, the section first
 */
export function adoptionsOf(section: readonly FlatProvision[]): ParsedAdoption[] {
  const children = groupBy(
    section.filter(({ reserved }) => !reserved),
    ({ parentId = '' }) => parentId,
  );
  const below = (one: FlatProvision): FlatProvision[] =>
    one.level === 'PARAGRAPH' || one === section[0] ? (children.get(one.id) ?? []) : [];
  const found: ParsedAdoption[] = [];

  const adopt = (by: FlatProvision, around: StatedPeriod) => {
    const own = periodIn(by.text ?? '');
    const period = Object.keys(own).length > 0 ? own : around;
    found.push(...namedBy(by).map((one) => ({ by, ...one, ...period })));
  };
  const visit = (one: FlatProvision, around: StatedPeriod, announced: boolean) => {
    const announces = announcement(one);
    const isListed = announced && adopts(one, below(one), (of) => below(of));
    if (isListed || announces === 'OWN' || (isLabeled(one) && incorporates(one))) {
      adopt(one, around);
      // Paragraphs below it describe it, unless they are labeled as standards of their own.
      for (const child of below(one)) if (isLabeled(child)) visit(child, around, true);
      return;
    }
    const stated = periodIn(one.text ?? '');
    const inside = Object.keys(stated).length > 0 ? stated : around;
    for (const child of below(one)) visit(child, inside, announced || announces === 'LIST');
  };
  if (section[0]) visit(section[0], {}, false);
  return found;
}

/** Whether a paragraph of a list adopts something itself, and does not only introduce the paragraphs below it. */
function adopts(
  one: FlatProvision,
  children: readonly FlatProvision[],
  below: (one: FlatProvision) => readonly FlatProvision[],
): boolean {
  if (isLabeled(one)) return true;
  if (!hasBody(one)) return false;
  if (children.length === 0) return !/^\W*(?:\(\w+\)\s*)*(?:Excluding|Except)\b/.test(one.text ?? '');
  if (incorporates(one)) return true;
  const refers = (inner: FlatProvision): boolean =>
    incorporates(inner) || isLabeled(inner) || below(inner).some(refers);
  return namesSomething(one) && !children.some(refers);
}

/** What the passages of a paragraph name: the standards that have a key, or else the words. */
function namedBy(by: FlatProvision): { key?: string; quote: TextRange }[] {
  const { text = '' } = by;
  return passagesOf(by).flatMap(([start, end]): { key?: string; quote: TextRange }[] => {
    const known = knownStandardsIn(text.slice(start, end));
    if (known.length === 0) return end > start ? [{ quote: [start, end] }] : [];
    return known.map(({ key, quote: [from, to] }) => ({ key, quote: [start + from, start + to] }));
  });
}
