/** Ranges of reserved sections that the CFR prints as one, such as "3 CFR 102.171-102.999". */
import type { CfrCitation } from '../citation.ts';
import { citationSortKey } from './sort-key.ts';

/** The sort key of the last section in a reserved range. Undefined for any other provision. */
export function runEndKey({ title, part, section = '', paragraphs }: CfrCitation): string | undefined {
  const [, end, last] = /^[^-]+-(.+)\.([^.]+)$/.exec(section) ?? [];
  if (end === undefined || end !== part || paragraphs.length > 0) return undefined;
  return citationSortKey({ title, part, section: last ?? '', paragraphs: [] });
}

/** The sort key of the section that contains a provision. Undefined if the provision is not in a section. */
export const sectionKeyOf = ({ title, part, section }: CfrCitation): string | undefined =>
  part === undefined || section === undefined ? undefined : citationSortKey({ title, part, section, paragraphs: [] });

/**
 * Whether a reserved range contains the section with this key. The key of a range that starts with the section itself
 * is longer than the section's own key, which explains the last character. The statements that look for a range compare
 * in the same way.
 */
export const runHolds = (run: { sortKey: string; throughKey: string }, sectionKey: string): boolean =>
  run.sortKey < `${sectionKey}1` && run.throughKey >= sectionKey;
