import {
  type DivisionAbove,
  divisionsAbove,
  isAbove,
  LEVELS_ABOVE,
  type LevelAbove,
  structureSource,
  titleOf,
} from '../../../model/cfr/structure.ts';
import type { EvidenceRecord } from '../../../model/records.ts';
import type { Outer, PartText } from '../read/part-text.ts';

/** The known location of a part. */
export interface Whereabouts {
  /** The divisions around the part, outermost first. */
  outer: Outer[];
  /** The levels around the part for which no source states whether a division exists, or which one. */
  unknown: ReadonlySet<LevelAbove>;
}

/** A text of a part, and the source of the records that are read from it. */
export interface SourcedText {
  text: PartText;
  sourceId: string;
}

/**
 * Finds the location of a part. The divisions come from the first of these sources that contains them: the part's own
 * file, the latest other edition, or the table of CFR divisions. A citation always states at least the title. A file
 * that starts with a chapter or subchapter does not name the divisions above it, so the table adds them if both sources
 * agree.
 *
 * @param others the other editions of the part, oldest first
 */
export function whereaboutsOf(own: SourcedText, others: readonly SourcedText[]): Whereabouts {
  const placed = own.text.outer.length > 0 ? own : (others.findLast(({ text }) => text.outer.length > 0) ?? own);
  const stated = placed === own ? placed.text.outer : placed.text.outer.map(statedBy(parsedFrom(placed.sourceId)));
  if (stated.some(({ level }) => level === 'TITLE')) return { outer: stated, unknown: new Set() };
  const { title, number } = own.text;
  const listed = divisionsAbove(title, number);
  if (listed && agrees(stated, listed)) return { outer: completed(stated, listed, title), unknown: new Set() };
  const outer = [{ ...outerOf(titleOf(title)), statedBy: parsedFrom(own.sourceId) }, ...stated];
  return { outer, unknown: unknownAbove(stated) };
}

const parsedFrom = (sourceId: string): EvidenceRecord => ({ rule: 'PARSED', sourceId });
const statedBy = (evidence: EvidenceRecord) => (one: Outer) => ({ ...one, statedBy: evidence });

/** A division of the table in the form of a file. */
const outerOf = ({ level, number, heading = '' }: DivisionAbove): Outer => ({
  level,
  number,
  head: heading,
  notes: [],
});

const isSame = (a: Pick<Outer, 'level' | 'number'>, b: Pick<Outer, 'level' | 'number'>) =>
  a.level === b.level && a.number === b.number;

const agrees = (stated: readonly Outer[], listed: readonly DivisionAbove[]) =>
  stated.every((one) => listed.some((other) => isSame(one, other)));

/** The divisions of the table, those that a file states in the file's words. */
const completed = (stated: readonly Outer[], listed: readonly DivisionAbove[], title: number): Outer[] =>
  listed.map(
    (one) =>
      stated.find((other) => isSame(one, other)) ?? {
        ...outerOf(one),
        statedBy: { rule: 'AUTHORED', sourceId: structureSource(title).id },
      },
  );

/** The levels between the title and the outermost division of a file. */
function unknownAbove([outermost]: readonly Outer[]): Set<LevelAbove> {
  const end = outermost && isAbove(outermost) ? LEVELS_ABOVE.indexOf(outermost.level) : LEVELS_ABOVE.length;
  return new Set(LEVELS_ABOVE.slice(1, end));
}
