/** Determines how certain a list is that is read from many sections, such as the changes of a part. */
import type { Certainty } from '../model/certainty.ts';
import type { DatedCoverage } from './coverage.ts';

/** A value of `cypher/coverage/listed.cypher`. */
export interface ListedSections {
  sections: number;
  /** The number of these sections whose text is uncertain or unknown. */
  missing: number;
  /** The certainties that occur, most certain first. */
  certainties: readonly Certainty[];
}

/**
 * The coverage of a list. It is as certain as its least certain section. If only some texts are unknown, it is
 * uncertain.
 */
export function coverageOfList({ sections, missing, certainties }: ListedSections): DatedCoverage {
  const facts = { inForce: null, edition: null, outstanding: [] };
  if (sections === 0)
    return { ...facts, certainty: 'UNKNOWN', reason: 'No section of the requested law has been imported.' };
  const weakest = certainties.at(-1) ?? 'UNKNOWN';
  const texts = sections === 1 ? 'The text of the only section is' : `The texts of all ${sections} sections are`;
  if (missing === 0) {
    const reason =
      weakest === 'PRESUMED'
        ? `${texts} known, and no amendment after the latest imported edition is known.`
        : `${texts} known.`;
    return { ...facts, certainty: weakest, reason };
  }
  const all = certainties.every((certainty) => certainty === 'UNKNOWN');
  const what = sections === 1 ? 'The text of the only section' : `The texts of ${missing} of ${sections} sections`;
  return {
    ...facts,
    certainty: all ? 'UNKNOWN' : 'UNCERTAIN',
    reason: `${what} cannot be determined with certainty, so entries can be missing from this list.`,
  };
}
