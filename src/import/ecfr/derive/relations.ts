import type { AnalyzedPart } from '../analyze/analyze-part.ts';
import { adoptionsOf } from './relations/adoptions.ts';
import { authorityOf } from './relations/authority.ts';
import { type CitedPlaces, citationsOf, rangesOf } from './relations/citations.ts';
import { containedIn } from './relations/contained.ts';
import { definitionsOf } from './relations/definitions.ts';
import { quoted, type StatedRelation, state } from './relations/state.ts';

/** The relations that a part's text states. */
export function statedRelations(law: AnalyzedPart, places: CitedPlaces): StatedRelation[] {
  const { sourceId } = places;
  return [
    ...containedIn(law.provisions, sourceId),
    ...law.citations.flatMap(({ by, cited }) => [...citationsOf(by, cited, places), ...rangesOf(by, cited, sourceId)]),
    ...definitionsOf(law.definitions, places),
    ...adoptionsOf(law.adoptions, sourceId),
    ...law.exceptions.map(({ from, to, quote }) =>
      state(from, { type: 'EXCEPTION_TO', to, evidence: [quoted(from, quote, sourceId)] }),
    ),
    ...law.provisions.flatMap((by) => authorityOf(by, places)),
  ];
}
