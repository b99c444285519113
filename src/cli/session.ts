import { refuseUnfinishedRestore } from '../backup/unfinished.ts';
import type { Config } from '../config.ts';
import { Graph, type GraphAddress } from '../graph/connect.ts';
import { ConnectError, connectError } from '../graph/connect-error.ts';
import type { LocalNeo4j } from '../graph/local/launch.ts';
import { type ServerMemory, sizeInWords } from '../graph/local/memory.ts';
import { ensureLocal, type LocalOptions } from '../graph/local/server.ts';
import { migrate } from '../graph/migrate.ts';
import { awaitOnline } from '../graph/online.ts';
import { refuseOldForm } from '../store/old-form.ts';
import type { Progress } from './progress.ts';

/** A local Neo4j that its owner restarts is back within this time. */
const RESTART_PATIENCE_MS = 30_000;

/** An open and migrated graph. Every command works on such a graph. */
export interface Session {
  graph: Graph;
  neo4j: {
    uri: string;
    user: string;
    version: string;
    local: boolean;
    /** The password, set only for the local server. */
    password?: string;
  };
  address: GraphAddress;
  /** The local Neo4j and the function that restarts it. Absent if NEO4J_URI is set. */
  local?: { neo4j: LocalNeo4j; options: LocalOptions };
  /** Closes the connection. Also stops the local server if this process started it. */
  close(): Promise<void>;
}

/**
 * Opens the graph that the settings specify: the one at NEO4J_URI, or the local one in GLOSSOGRAPH_DATA. Starts the
 * local server if it is not running.
 *
 * @param options `isOldFormFine`: the command also works on a graph in an earlier format, so that users can export its
 * data; `isUnfinishedFine`: the command also works on a graph into which a restore has not finished
 * @throws BackupError, ConnectError, LocalServerError, MigrationError
 */
export async function openSession(
  config: Config,
  progress: Progress,
  { isOldFormFine = false, isUnfinishedFine = false }: { isOldFormFine?: boolean; isUnfinishedFine?: boolean } = {},
): Promise<Session> {
  const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = config;
  if (uri !== undefined) {
    progress.step(`Connecting to ${uri}`);
    const address = { uri, user, password, database };
    const graph = Graph.open(address);
    const connected = async () => {
      const patience = { patienceMs: config.NEO4J_WAIT_SECONDS * 1_000, onWait: progress.say.bind(progress) };
      await awaitOnline(graph.driver, database, uri, patience);
      const version = await serverVersion(graph, uri);
      progress.done(`Neo4j ${version} at ${uri}`);
      if (!isUnfinishedFine) await refuseUnfinishedRestore(graph);
      await migrated(graph, uri, progress);
      if (!isOldFormFine) await refuseOldForm(graph);
      return version;
    };
    const version = await connected().catch((error) => closing(graph, error));
    return { graph, address, neo4j: { uri, user, version, local: false }, close: () => graph.close() };
  }
  progress.step('Local Neo4j');
  const { GLOSSOGRAPH_DATA: dataDir, NEO4J_HEAP: heap, NEO4J_PAGECACHE: pageCache } = config;
  const options: LocalOptions = { dataDir, heap, pageCache, told: progress.note };
  const local = await ensureLocal(options);
  const address = { uri: local.uri, user: local.user, password: local.password, database };
  const graph = Graph.open(address);
  const close = async () => {
    await graph.close();
    await local.stop();
  };
  try {
    progress.done(`Local Neo4j ${local.version} ${local.owned ? 'started' : 'is already running'} at ${local.uri}`);
    if (local.memory) progress.say(`  ${memoryInWords(local.memory)}`);
    // One that was found running may have failed since, and its owner is about to restart it.
    const patience = { patienceMs: RESTART_PATIENCE_MS, onWait: progress.say.bind(progress) };
    await awaitOnline(graph.driver, database, local.uri, patience);
    await migrated(graph, local.uri, progress);
    if (!isOldFormFine) await refuseOldForm(graph);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    graph,
    address,
    neo4j: { uri: local.uri, user: local.user, password: local.password, version: local.version, local: true },
    local: { neo4j: local, options },
    close,
  };
}

const memoryInWords = ({ heap, pageCache }: ServerMemory): string =>
  `Neo4j's memory: heap ${sizeInWords(heap)} (NEO4J_HEAP), page cache ${sizeInWords(pageCache)} (NEO4J_PAGECACHE)`;

async function serverVersion(graph: Graph, uri: string): Promise<string> {
  try {
    const { agent } = await graph.driver.getServerInfo();
    return agent?.replace('Neo4j/', '') ?? 'unknown';
  } catch (error) {
    throw connectError(uri, error);
  }
}

async function migrated(graph: Graph, uri: string, progress: Progress): Promise<void> {
  progress.step('Constraints and indexes');
  const { applied } = await migrate(graph.driver, graph.database, undefined, {
    onWait: progress.say.bind(progress),
  }).catch((error) => {
    throw error instanceof ConnectError ? error : connectError(uri, error);
  });
  progress.done(
    applied.length > 0
      ? `Constraints and indexes updated: ${applied.join(', ')}`
      : 'Constraints and indexes are up to date',
  );
}

async function closing(graph: Graph, error: unknown): Promise<never> {
  await graph.close();
  throw error;
}
