/** How certain it is which definition of a term governs in a provision on a day. */
import type { DatedCoverage } from './coverage.ts';

/** Whether a definition governs: one does, none does, or it cannot be known. */
export type Governs = 'ONE' | 'NONE' | 'UNKNOWN';

/**
 * The additional data about the coverage of a provision: the defining provision, or else the requested one. The answer
 * that no definition governs is as certain as the text of the provision.
 */
export function governedBy(
  governs: Governs,
  { certainty, reason }: Pick<DatedCoverage, 'certainty' | 'reason'>,
): Partial<Pick<DatedCoverage, 'certainty' | 'inForce' | 'reason'>> {
  if (governs === 'ONE') return {};
  if (governs === 'UNKNOWN' || certainty === 'UNKNOWN' || certainty === 'UNCERTAIN') {
    return {
      certainty: certainty === 'UNCERTAIN' ? 'UNCERTAIN' : 'UNKNOWN',
      inForce: null,
      reason: 'The imported editions do not determine whether a definition applies to this provision on this date.',
    };
  }
  return { inForce: false, reason: `No definition of the term applies to this provision on this date. ${reason}` };
}
