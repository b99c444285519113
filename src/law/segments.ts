/** The certainty of a text over all days, divided into segments by a few dates. */
import type { Certainty } from '../model/certainty.ts';
import { dayAfter } from '../model/day.ts';
import { earliestOf, latestOf } from './amendments.ts';
import { coverageOf, type ProvisionVersions } from './in-time.ts';

/** How certain the text is from a day on, until the next segment starts. The first segment starts with ''. */
export interface CoverageSegment {
  from: string;
  certainty: Certainty;
}

/**
 * How certain the text of a provision is on every day. The certainty can change only on the date of an edition, the day
 * after it, the date of an amendment, or the date of a version. The coverage of these days therefore determines the
 * coverage of all days.
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
