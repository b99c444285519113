import type { Driver } from 'neo4j-driver';
import { store } from '../../cypher/store/index.ts';
import { MigrationError } from '../graph/migration-error.ts';
import { run } from '../graph/run.ts';
import { inSession } from '../graph/session.ts';

/**
 * Refuses a graph from before vocabularies, because nothing in it shows the vocabulary of its terms.
 *
 * @throws MigrationError OLD_FORM, with the solution
 */
export async function refuseOldForm({
  driver,
  database,
}: {
  driver: Driver;
  database?: string | undefined;
}): Promise<void> {
  const [row] = await inSession(driver, database, 'READ', (session) => run(session, store.oldForm, {}));
  if (!row?.isOld) return;
  throw new MigrationError(
    'OLD_FORM',
    'This graph was created by an earlier version of Glossograph, which did not keep vocabularies separate. Save the graph with `glossograph export --out graph.jsonl`, empty the graph with `glossograph reset`, and import `graph.jsonl` with `glossograph import graph`. If you still have the original files, import those files instead, because only the original files show which glossary each term comes from.',
  );
}
