/** The texts of a provision as the Cypher statement returns them, and the versions that are computed from them. */
import { limitExceeded } from '../src/graph/errors.ts';
import { divisionVersions, MOST_UNITS, type UnitTexts } from '../src/law/division-versions.ts';
import { type TextsRow, type TextVersion, versionsOf } from '../src/law/versions.ts';
import type { RegulationLevel } from '../src/model/kinds.ts';

/** A value of `cypher/regulation/all-texts.cypher`. */
export interface AllTexts {
  level: RegulationLevel;
  own: TextsRow;
  /** Set for a part and for the divisions of a part. */
  units: UnitTexts[] | null;
}

/** Whether a division is larger than a part. The text of such a division is too large to return. */
export const isAboveParts = (level: RegulationLevel): boolean => ABOVE_PARTS.includes(level);

const ABOVE_PARTS: readonly RegulationLevel[] = ['TITLE', 'SUBTITLE', 'CHAPTER', 'SUBCHAPTER'];

/** The versions of a text. @throws GraphQLError LIMIT_EXCEEDED if the provision is larger than a part */
export function versionsIn({ level, own, units }: AllTexts, field: string): TextVersion[] {
  if (isAboveParts(level)) {
    throw limitExceeded(
      `${field}: request a part or a provision within a part; for a larger division, use the \`changes\` query`,
    );
  }
  if (units === null) return versionsOf(own.id, own.rows);
  if (units.length > MOST_UNITS) {
    throw limitExceeded(
      `${field}: must contain at most ${MOST_UNITS} sections, not ${units.length}; request a provision within this one, or use the \`changes\` query`,
    );
  }
  return divisionVersions(own, units);
}
