import { actNamesIn } from '../../../model/citations/acts.ts';
import { groupBy } from '../../../model/group.ts';
import type { RegulationLevel } from '../../../model/kinds.ts';
import type { FlatProvision } from '../provisions/flatten.ts';
import { adoptionsOf, type ParsedAdoption } from './adoptions.ts';
import { type CitationContext, type FoundCitation, findCitations } from './citations/index.ts';
import { definitionsOf, type ParsedDefinition } from './definitions.ts';
import { exceptionsOf, type LegalException } from './exceptions.ts';

/** Everything that the text of a part states on one day. */
export interface AnalyzedPart {
  provisions: readonly FlatProvision[];
  citations: readonly { by: FlatProvision; cited: readonly FoundCitation[] }[];
  definitions: readonly ParsedDefinition[];
  adoptions: readonly ParsedAdoption[];
  exceptions: readonly LegalException[];
}

/** What other sources state about the divisions around a part. */
export interface Surroundings {
  /** The divisions above the part, outermost first. */
  above: readonly FlatProvision[];
  /** The levels around the part for which no source states whether a division exists, or which one. */
  unknown: ReadonlySet<RegulationLevel>;
}

/**
 * Analyzes a part: what it cites, defines, adopts, and exempts. Pure: reads only the text.
 *
 * @param provisions in document order
 */
export function analyzePart(provisions: readonly FlatProvision[], { above, unknown }: Surroundings): AnalyzedPart {
  const byId = new Map(provisions.map((one) => [one.id, one]));
  const sections = provisions.flatMap(({ level, citation }) => (level === 'SECTION' ? [citation.section ?? ''] : []));
  const defined = provisions.flatMap(({ names, citation }) =>
    names ? [{ name: citation.paragraphs.at(-1) ?? '', section: citation.section ?? '' }] : [],
  );
  const acts = actNamesIn(provisions.map(({ text = '' }) => text));
  const units = groupBy(
    provisions.filter(({ text }) => text !== undefined),
    ({ unitId }) => unitId,
  );
  const citations: { by: FlatProvision; cited: readonly FoundCitation[] }[] = [];
  const definitions: ParsedDefinition[] = [];
  const adoptions: ParsedAdoption[] = [];
  for (const unit of units.values()) {
    const around = divisionsAround(unit[0] as FlatProvision, byId, above);
    const place = { ...placeOf(unit, around), sections, acts };
    const elsewhere = defined.filter(({ section }) => section !== place.section);
    const found = new Map<FlatProvision, readonly FoundCitation[]>();
    for (const by of unit) {
      const cited = findCitations(by.text ?? '', { ...place, elsewhere, path: by.citation.paragraphs });
      found.set(by, cited);
      if (cited.length > 0) citations.push({ by, cited });
    }
    const unknownHere = new Set([
      ...unknown,
      ...(isLoose(unit[0] as FlatProvision, byId) ? (['SUBPART'] as const) : []),
    ]);
    definitions.push(
      ...definitionsOf({ section: unit, around, unknown: unknownHere, citationsOf: (by) => found.get(by) ?? [] }),
    );
    adoptions.push(...adoptionsOf(unit));
  }
  return { provisions, citations, definitions, adoptions, exceptions: exceptionsOf(provisions, definitions) };
}

/** Whether a section lies directly in its part: a file of the section alone does not state its subpart. */
const isLoose = ({ parentId = '' }: FlatProvision, byId: ReadonlyMap<string, FlatProvision>) =>
  byId.get(parentId)?.level === 'PART';

function divisionsAround(
  one: FlatProvision,
  byId: ReadonlyMap<string, FlatProvision>,
  above: readonly FlatProvision[],
): FlatProvision[] {
  const around: FlatProvision[] = [];
  for (let up = byId.get(one.parentId ?? ''); up; up = byId.get(up.parentId ?? '')) around.unshift(up);
  return [...above.filter(({ id }) => !byId.has(id)), ...around];
}

function placeOf(
  unit: readonly FlatProvision[],
  around: readonly FlatProvision[],
): Omit<CitationContext, 'path' | 'sections' | 'elsewhere' | 'acts'> {
  const { title, part = '', section } = (unit[0] as FlatProvision).citation;
  const subpart = around.find(({ level }) => level === 'SUBPART')?.citation.subpart;
  const definitions = unit.flatMap(({ names, citation }) => (names ? [citation.paragraphs.at(-1) ?? ''] : []));
  return { title, part, section, subpart, definitions };
}
