/**
 * Ranges of sections or parts of which only the ends are named. They stay pending under the id of the division that
 * contains their members.
 */
import { type CfrCitation, regulationId } from '../citation.ts';

/**
 * The id under which a range stays pending, such as `Regulation:42-CFR-2/sections` or `Regulation:21-CFR/parts`. No
 * entity ever has such an id.
 */
export const rangeTargetId = ({ title, part, section }: CfrCitation): string =>
  section === undefined || part === undefined
    ? `${regulationId({ title, paragraphs: [] })}/parts`
    : `${regulationId({ title, part, paragraphs: [] })}/sections`;
