import { type LoadedRow, store } from '../../cypher/store/index.ts';
import type { Graph, ReadBounds } from '../graph/connect.ts';
import { dataVersionOf } from '../model/data-version.ts';

/** The state of the data in a graph. */
export interface LoadedData {
  /** The data version: see `dataVersionOf`. */
  version: string;
  /** Whether the graph contains at least one import. */
  seeded: boolean;
  /** When the last import that changed the data was committed, in milliseconds since 1970. Null for an empty graph. */
  changedAt: number | null;
}

/**
 * Reads the state of the data. The statement costs little even on a large graph.
 *
 * @throws GraphQLError the same errors as `Graph.read`
 */
export async function loadedData(graph: Pick<Graph, 'read'>, bounds: ReadBounds): Promise<LoadedData> {
  const [row] = await graph.read<LoadedRow>(store.loaded.text, {}, bounds);
  const imports = row?.imports ?? [];
  return { version: dataVersionOf(imports), seeded: imports.length > 0, changedAt: row?.changedAt ?? null };
}
