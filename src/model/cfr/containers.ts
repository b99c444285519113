import { type CfrCitation, formatCitation } from '../citation.ts';
import { citationsAbove, divisionsAbove, titleOf } from './structure.ts';

/**
 * What contains a place, as far as its own citation and the table of the Code say it, innermost first: "45 CFR
 * 164.502(a)(1)" lies in § 164.502(a), in § 164.502, in Part 164, in Subchapter C, in Subtitle A, and in title 45.
 */
export function containersOf({ title, part, section, paragraphs, ...division }: CfrCitation): CfrCitation[] {
  if (part === undefined) return Object.keys(division).length > 0 ? [{ title, paragraphs: [] }] : [];
  const above = citationsAbove(title, divisionsAbove(title, part) ?? [titleOf(title)]).reverse();
  const whole: CfrCitation = { title, part, paragraphs: [] };
  if (section === undefined) return Object.keys(division).length > 0 ? [whole, ...above] : above;
  const upper = paragraphs.map((_, depth) => ({ title, part, section, paragraphs: paragraphs.slice(0, depth) }));
  return [...upper.reverse(), whole, ...above];
}

/** A place and what contains it, innermost first. */
export const withContainers = (place: CfrCitation): CfrCitation[] => [place, ...containersOf(place)];

/** The canonical citations of a place and of what contains it, innermost first. */
export const placesOf = (place: CfrCitation): string[] => withContainers(place).map(formatCitation);
