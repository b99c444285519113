import { parseCitation } from '../../../model/citations/parse.ts';
import { type AnalyzedPart, analyzePart } from '../analyze/analyze-part.ts';
import type { Edition } from '../edition.ts';
import { type FlatProvision, flatten } from '../provisions/flatten.ts';
import { type SourcedText, whereaboutsOf } from '../provisions/whereabouts.ts';
import type { PartText } from '../read/part-text.ts';
import type { KnownDivision } from './known-to-law.ts';
import type { DatedAnalysis } from './observed-days.ts';

/**
 * Analyzes the editions of a part, each with its enclosing divisions, which the analysis needs for words such as "this
 * subchapter".
 *
 * @param editions oldest first
 * @param above the divisions above the part that other imports state
 */
export function analyzedEditions(editions: readonly Edition[], above: readonly KnownDivision[]): DatedAnalysis[] {
  const sourced = editions.map(({ asOf, text }) => ({ asOf, text, sourceId: sourceIdOf({ asOf, text }) }));
  const known = above.flatMap(placeholder);
  return sourced.map((own) => ({ asOf: own.asOf, sourceId: own.sourceId, law: analyzed(own, sourced, known) }));
}

/** Analyzes a single text of a part, without any other information about it. */
export function analyzedText(text: PartText): AnalyzedPart {
  const own = { text, sourceId: '' };
  return analyzed(own, [own], []);
}

function analyzed(own: SourcedText, all: readonly SourcedText[], above: readonly FlatProvision[]): AnalyzedPart {
  const { outer, unknown } = whereaboutsOf(own, all);
  const isPlaced = above.some(({ level }) => level === 'TITLE');
  return analyzePart(flatten({ ...own.text, outer }), { above, unknown: isPlaced ? new Set() : unknown });
}

/** The id of the source for an edition, such as `Source:ecfr-45-171-2026-09-17`. */
export const sourceIdOf = ({ asOf, text }: Edition): string => `Source:ecfr-${text.title}-${text.number}-${asOf}`;

function placeholder({ id, citation: written, level }: KnownDivision): FlatProvision[] {
  const citation = parseCitation(written);
  const none = { position: 0, lead: '', italics: [], reserved: false, notes: [] };
  return citation ? [{ ...none, id, citation, level, unitId: id }] : [];
}
