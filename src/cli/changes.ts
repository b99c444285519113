import { type Command, InvalidArgumentError, Option } from 'commander';
import { GraphQLError } from 'graphql';
import { readChanges, type ToldChanges } from '../feeds/changes.ts';
import { reasonOf, titleOf } from '../feeds/words.ts';
import { CHANGE_KINDS, type ChangeKind } from '../model/change.ts';
import { DAY_FORM, isDay, today } from '../model/day.ts';
import { createAsk } from '../pages/ask.ts';
import { performOnGraph, UsageError } from './command.ts';

interface Options {
  from: string;
  to: string;
  within?: string;
  kinds?: ChangeKind[];
  json?: boolean;
}

/** A command waits longer for a page than a request does. */
const PATIENCE_MS = 120_000;

/** `glossograph changes` */
export function addChanges(program: Command): void {
  program
    .command('changes')
    .description('list the changes in the law during a period, along with the rules that made the changes')
    .requiredOption('--from <date>', 'the first date of the period, such as 2024-01-01', dayOf)
    .option('--to <date>', 'the last date of the period (default: today)', dayOf)
    .option('--within <citation>', 'include only changes within this provision, such as "45 CFR Part 171"')
    .addOption(new Option('--kinds <kinds...>', 'include only changes of these kinds').choices(CHANGE_KINDS))
    .option('--json', 'print JSON, including the text before and after each change')
    .action(({ from, to = today(), within, kinds, json }: Options) =>
      performOnGraph(async ({ graph }) => {
        const ask = createAsk(graph)({ deadline: Date.now() + PATIENCE_MS, signal: new AbortController().signal });
        const found = await readChanges(ask, { from, to, within: within ?? null, kinds: kinds ?? null }).catch(
          (error) => {
            throw error instanceof GraphQLError ? new UsageError(error.message) : error;
          },
        );
        process.stdout.write(json ? `${JSON.stringify(found, null, 2)}\n` : inWords(found));
      }),
    );
}

function dayOf(written: string): string {
  if (!isDay(written)) throw new InvalidArgumentError(`The value must be ${DAY_FORM}.`);
  return written;
}

function inWords({ changes, coverage }: ToldChanges): string {
  const lines = changes.map(
    (change) => `${change.on ?? 'unknown   '}  ${titleOf(change)}\n            ${reasonOf(change)}`,
  );
  const count = changes.length === 1 ? '1 change' : `${changes.length} changes`;
  return `${[...lines, '', `${count}. ${coverage.reason}`].join('\n').trimStart()}\n`;
}
