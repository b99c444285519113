import type { Driver } from 'neo4j-driver';
import { type VocabularyStatus, vocabularies } from '../../cypher/vocabulary/index.ts';
import { run } from '../graph/run.ts';
import { inSession } from '../graph/session.ts';

export type { VocabularyStatus };

/** All vocabularies of a graph, in the order of their ranks. */
export function listVocabularies(driver: Driver, database?: string | undefined): Promise<VocabularyStatus[]> {
  return inSession(driver, database, 'READ', (session) => run(session, vocabularies.listed, {}));
}
