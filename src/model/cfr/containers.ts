import { type CfrCitation, formatCitation } from '../citation.ts';
import { citationsAbove, divisionsAbove, titleOf } from './structure.ts';

/**
 * The divisions and provisions that contain a provision, according to its own citation and the table of CFR divisions,
 * innermost first. For example, "45 CFR 164.502(a)(1)" is in § 164.502(a), § 164.502, Part 164, Subchapter C, Subtitle
 * A, and title 45.
 */
export function containersOf({ title, part, section, paragraphs, ...division }: CfrCitation): CfrCitation[] {
  if (part === undefined) return Object.keys(division).length > 0 ? [{ title, paragraphs: [] }] : [];
  const above = citationsAbove(title, divisionsAbove(title, part) ?? [titleOf(title)]).reverse();
  const whole: CfrCitation = { title, part, paragraphs: [] };
  if (section === undefined) return Object.keys(division).length > 0 ? [whole, ...above] : above;
  const upper = paragraphs.map((_, depth) => ({ title, part, section, paragraphs: paragraphs.slice(0, depth) }));
  return [...upper.reverse(), whole, ...above];
}

/** A provision and the divisions and provisions that contain it, innermost first. */
export const withContainers = (place: CfrCitation): CfrCitation[] => [place, ...containersOf(place)];

/** The canonical citations of a provision and of the divisions and provisions that contain it, innermost first. */
export const placesOf = (place: CfrCitation): string[] => withContainers(place).map(formatCitation);
