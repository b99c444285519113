/**
 * The options that determine which texts are searched for the names of a vocabulary, and which vocabulary takes
 * precedence.
 */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { LINKINGS, type Linking } from '../model/vocabulary.ts';

/** The values of the options. An absent option leaves its setting unchanged. */
export interface VocabularyOptions {
  linking?: Linking;
  rank?: number;
}

/** Adds `--linking` and `--rank`. */
export function addVocabularyOptions(command: Command): void {
  command
    .addOption(
      new Option(
        '--linking <where>',
        "the texts in which Glossograph searches for the vocabulary's names: all texts, only the vocabulary's own texts, or none (default for a new vocabulary: OWN)",
      )
        .choices(LINKINGS)
        .argParser((written) => linkingIn(written)),
    )
    .option(
      '--rank <number>',
      'the rank of the vocabulary; if several vocabularies contain the same name, the vocabulary with the lowest rank comes first (default for a new vocabulary: 100)',
      rankIn,
    );
}

function linkingIn(written: string): Linking {
  const linking = LINKINGS.find((one) => one === written.toUpperCase());
  if (linking === undefined) throw new InvalidArgumentError(`Allowed choices are ${LINKINGS.join(', ')}.`);
  return linking;
}

function rankIn(written: string): number {
  const rank = Number(written);
  if (!Number.isSafeInteger(rank) || rank < 1)
    throw new InvalidArgumentError('The value must be a whole number of at least 1.');
  return rank;
}
