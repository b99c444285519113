import type { EvidenceRecord } from '../../../model/records.ts';
import type { AnalyzedPart } from '../analyze/analyze-part.ts';
import { adoptionOf } from './relations/adoptions.ts';
import { authorityOf } from './relations/authority.ts';
import { type CitedPlaces, citationsOf, rangesOf } from './relations/citations.ts';
import { definitionsOf } from './relations/definitions.ts';
import { quoted, type StatedRelation, state } from './relations/state.ts';

/** The relations in a part's text. */
export function statedRelations(law: AnalyzedPart, places: CitedPlaces): StatedRelation[] {
  const { sourceId } = places;
  const evidence: EvidenceRecord[] = [{ rule: 'PARSED', sourceId }];
  return [
    // Sections and divisions are ordered by number, because a file may leave some out.
    ...law.provisions.flatMap((by) =>
      by.parentId === undefined
        ? []
        : [state(by, { type: 'PART_OF', to: by.parentId, position: by.position, evidence })],
    ),
    ...law.citations.flatMap(({ by, cited }) => [...citationsOf(by, cited, places), ...rangesOf(by, cited, sourceId)]),
    ...definitionsOf(law.definitions, places),
    ...law.adoptions.map((adoption) => adoptionOf(adoption, sourceId)),
    ...law.exceptions.map(({ from, to, quote }) =>
      state(from, { type: 'EXCEPTION_TO', to, evidence: [quoted(from, quote, sourceId)] }),
    ),
    ...law.provisions.flatMap((by) => authorityOf(by, places)),
  ];
}
