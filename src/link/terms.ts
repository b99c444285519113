/** Reads the vocabulary of the graph. */
import { link, type TermRow } from '../../cypher/link/index.ts';
import { type Runner, run } from '../graph/run.ts';
import { buildVocabulary, type Vocabulary } from './vocabulary.ts';

/** Reads all names of the graph. */
export async function readVocabulary(tx: Runner): Promise<Vocabulary> {
  return vocabularyFrom(await run(tx, link.terms, {}));
}

/** Builds the vocabulary from the rows of `link/terms`. */
export function vocabularyFrom(rows: readonly TermRow[]): Vocabulary {
  return buildVocabulary(
    rows.map(({ page, definitions, ...term }) => ({
      ...term,
      page: page ?? undefined,
      definitions: definitions.map(({ from, to, ...one }) => ({
        ...one,
        from: from ?? undefined,
        to: to ?? undefined,
      })),
    })),
  );
}
