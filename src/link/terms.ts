/** The vocabulary of the graph. */
import { link } from '../../cypher/link/index.ts';
import { type Runner, run } from '../import/run.ts';
import { type Governing, type NamedTerm, type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** A row of `link/terms`: what is absent is null. */
export interface TermRow extends Omit<NamedTerm, 'page' | 'definitions'> {
  page: string | null;
  definitions: readonly (Pick<Governing, 'by' | 'scope'> & { from: string | null; to: string | null })[];
}

/** Every name of the graph. */
export async function readVocabulary(tx: Runner): Promise<Vocabulary> {
  return vocabularyFrom(await run(tx, link.terms, {}));
}

/** The vocabulary from the rows of `link/terms`. */
export function vocabularyFrom(rows: readonly TermRow[]): Vocabulary {
  return vocabularyOf(
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
