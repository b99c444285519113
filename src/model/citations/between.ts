/** Ranges of sections or parts of which only the ends are named: they wait under the id of what contains their members. */
import { type CfrCitation, regulationId } from '../citation.ts';

/** The id under which a range waits: `Regulation:42-CFR-2/sections`, `Regulation:21-CFR/parts`. It is never an entity's. */
export const rangeTargetId = ({ title, part, section }: CfrCitation): string =>
  section === undefined || part === undefined
    ? `${regulationId({ title, paragraphs: [] })}/parts`
    : `${regulationId({ title, part, paragraphs: [] })}/sections`;
