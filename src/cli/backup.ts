import type { Command } from 'commander';
import { GraphQLError } from 'graphql';
import { writeBackup } from '../backup/write-file.ts';
import { backupInWords, fileSizeInWords, secondsSince } from './backup-words.ts';
import { performOnGraph, UsageError } from './command.ts';

/** `glossograph backup` */
export function addBackup(program: Command): void {
  program
    .command('backup')
    .description(
      'write everything in the graph to one compressed file, from which `glossograph restore` can recreate the graph; backups of the same graph are always byte-for-byte identical',
    )
    .argument('<file>', 'the file to write, such as glossograph.backup.gz')
    .option('--force', 'replace the file if it exists')
    .option(
      '--vectors',
      'include the vectors for search by meaning, which the server otherwise computes again after a restore',
    )
    .action((file: string, { force, vectors }: { force?: boolean; vectors?: boolean }) =>
      performOnGraph(
        async ({ address }, { progress }) => {
          const started = performance.now();
          progress.step('Backing up');
          const { header, bytes } = await writeBackup(address, file, {
            force,
            vectors,
            onProgress: (done, total) => progress.note(`${done} of ${total} nodes and relations`),
            onRestart: () => progress.say('The graph changed during the backup. The backup is starting over.'),
          }).catch((error) => {
            throw error instanceof GraphQLError ? new UsageError(error.message) : error;
          });
          progress.done(
            `Backed up ${backupInWords(header)} to ${file} (${fileSizeInWords(bytes)}) in ${secondsSince(started)}`,
          );
          if (!header.vectors)
            progress.say(
              'The backup does not contain the vectors for search by meaning. After a restore, the server computes them again. To include them, add --vectors.',
            );
        },
        { isOldFormFine: true },
      ),
    );
}
