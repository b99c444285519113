import type { Command } from 'commander';
import { type BackupFile, verifyBackup } from '../backup/read-file.ts';
import { type RestoreSummary, restoreBackup } from '../backup/restore.ts';
import { Graph, type GraphAddress } from '../graph/connect.ts';
import { replaceLocal } from '../graph/local/replace.ts';
import { readMigrations } from '../graph/migrate.ts';
import { awaitOnline } from '../graph/online.ts';
import { backupInWords, fileSizeInWords, secondsSince } from './backup-words.ts';
import { perform, type Tools } from './command.ts';

/** `glossograph restore` */
export function addRestore(program: Command): void {
  program
    .command('restore')
    .description(
      'restore a backup; in the local Neo4j server, the backup replaces the graph in GLOSSOGRAPH_DATA; your own Neo4j server at NEO4J_URI must not contain any Glossograph data',
    )
    .argument('<file>', 'a file that `glossograph backup` wrote')
    .action((file: string) => perform((tools) => restore(file, tools)));
}

/** Checks the whole file before anything is written. */
async function restore(file: string, tools: Tools): Promise<void> {
  const { config, progress } = tools;
  const started = performance.now();
  progress.step('Checking the backup');
  const backup = await verifyBackup(file, readMigrations(), (done, total) =>
    progress.note(`${done} of ${total} nodes and relations`),
  );
  progress.done(`The backup is intact: ${backupInWords(backup.header)}; ${fileSizeInWords(backup.bytes)}`);
  const { applied } = await (config.NEO4J_URI === undefined
    ? intoFolder(backup, tools)
    : intoServer(backup, { uri: config.NEO4J_URI, user: config.NEO4J_USER, password: config.NEO4J_PASSWORD }, tools));
  if (applied.length > 0) progress.say(`The graph was updated to this version of Glossograph: ${applied.join(', ')}`);
  progress.done(
    `Restored ${backupInWords(backup.header)} from ${file} (${fileSizeInWords(backup.bytes)}) in ${secondsSince(started)}`,
  );
  if (!backup.header.vectors)
    progress.say(
      'The backup does not contain the vectors for search by meaning. The server computes them after it starts. To compute them now, run `glossograph meaning`.',
    );
}

/** Restores into a new database and puts it in the place of the one in the data folder. */
function intoFolder(backup: BackupFile, { config, progress }: Tools): Promise<RestoreSummary> {
  progress.step('Local Neo4j');
  const { GLOSSOGRAPH_DATA: dataDir, NEO4J_HEAP: heap, NEO4J_PAGECACHE: pageCache, NEO4J_DATABASE: database } = config;
  return replaceLocal({ dataDir, heap, pageCache, told: progress.note }, async (local) => {
    progress.done(`Local Neo4j ${local.version} started for a new database`);
    const summary = await write(backup, { ...local, database }, 'The previous graph was not changed.', { progress });
    progress.step('Replacing the previous database');
    return summary;
  });
}

async function intoServer(
  backup: BackupFile,
  server: GraphAddress,
  { config, progress }: Tools,
): Promise<RestoreSummary> {
  const address = { ...server, database: config.NEO4J_DATABASE };
  progress.step(`Connecting to ${address.uri}`);
  const graph = Graph.open(address);
  try {
    const patience = { patienceMs: config.NEO4J_WAIT_SECONDS * 1_000, onWait: progress.say.bind(progress) };
    await awaitOnline(graph.driver, graph.database, address.uri, patience);
    progress.done(`Connected to ${address.uri}`);
  } finally {
    await graph.close();
  }
  return write(backup, address, undefined, { progress });
}

async function write(
  backup: BackupFile,
  address: GraphAddress,
  consequence: string | undefined,
  { progress }: Pick<Tools, 'progress'>,
): Promise<RestoreSummary> {
  progress.step('Restoring');
  const graph = Graph.open(address);
  try {
    const summary = await restoreBackup(graph.driver, graph.database, backup, {
      consequence,
      onProgress: (done, total) => progress.note(`${done} of ${total} nodes and relations`),
      onUnfinished: () => progress.say('An earlier restore into this graph did not finish. Its data is being removed.'),
    });
    progress.done('All nodes and relations are written');
    return summary;
  } finally {
    await graph.close();
  }
}
