import type { Command } from 'commander';
import { addKey, KeyFileError, newKey } from '../http/key-file.ts';
import { perform, UsageError } from './command.ts';

/** `glossograph key` */
export function addKeyCommand(program: Command): void {
  program
    .command('key')
    .description(
      'create a random API key and print it once, followed by its entry for the file that is set in API_KEYS; the entry contains a hash of the key, not the key itself',
    )
    .argument(
      '<name>',
      'the name of the key, such as the name of the program that will use it; the log contains this name',
    )
    .option(
      '--to <file>',
      'add the entry to this file instead of printing it; a running server then reads the file again',
    )
    .action((name: string, { to }: { to?: string }) =>
      perform(async ({ progress }) => {
        const { key, entry } = await withoutKeyFileError(async () => newKey(name));
        if (to === undefined) {
          process.stdout.write(`${key}\n${JSON.stringify(entry)}\n`);
          progress.say('The first line is the key, which is not stored anywhere. The second line is its entry.');
          return;
        }
        // The entry is in the file before the key is printed: a printed key is a key that works.
        await withoutKeyFileError(() => addKey(to, entry));
        process.stdout.write(`${key}\n`);
        progress.say(`The entry is in ${to}. The key is not stored anywhere.`);
      }),
    );
}

async function withoutKeyFileError<Result>(work: () => Promise<Result>): Promise<Result> {
  return work().catch((error: unknown) => {
    throw error instanceof KeyFileError ? new UsageError(error.message) : error;
  });
}
