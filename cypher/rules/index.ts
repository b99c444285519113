import { statement } from '../../src/graph/statement.ts';

/** The statement of the importer of rules (`src/import/rules/import.ts`). */
export const rules = {
  known: statement<
    { origin: string },
    { id: string; documentNumber: string | null; stage: string; corrects: string[] }
  >('rules/known'),
};
