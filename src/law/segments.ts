/** The certainty of a text over all days: a few days divide it into segments. */
import type { Certainty } from '../model/certainty.ts';
import { dayAfter } from '../model/day.ts';
import { earliestOf, latestOf } from './amendments.ts';
import { coverageOf, type ProvisionVersions } from './in-time.ts';

/** How sure the text is from a day on, until the next segment starts. The first segment starts with ''. */
export interface CoverageSegment {
  from: string;
  certainty: Certainty;
}

/**
 * How sure the text of a provision is on every day. An answer can change only with an edition, the day after it, an amendment, or a
 * version of the text, so the coverage of these days is the coverage of all days.
 */
export function coverageSegments(place: ProvisionVersions): CoverageSegment[] {
  const { observedOn, versions, notes, rules } = place;
  const amended = [...notes, ...rules].flatMap((one) => [earliestOf(one), latestOf(one)]);
  const bounds = versions.flatMap(({ validFrom, validTo }) => [validFrom, validTo ?? '']);
  const days = [...new Set(['', ...observedOn, ...observedOn.map(dayAfter), ...amended, ...bounds])].sort();
  const segments: CoverageSegment[] = [];
  for (const from of days) {
    const { certainty } = coverageOf(place, from);
    if (segments.at(-1)?.certainty !== certainty) segments.push({ from, certainty });
  }
  return segments;
}
