#!/usr/bin/env node
import { Command } from 'commander';
import { addBackup } from './cli/backup.ts';
import { addChanges } from './cli/changes.ts';
import { addExport } from './cli/export.ts';
import { addImport } from './cli/import.ts';
import { addKeyCommand } from './cli/key.ts';
import { addLink } from './cli/link.ts';
import { addMeaning } from './cli/meaning.ts';
import { addReset } from './cli/reset.ts';
import { addRestore } from './cli/restore.ts';
import { addSeed } from './cli/seed.ts';
import { addStart } from './cli/start.ts';
import { addStatus } from './cli/status.ts';
import { addVocabulary } from './cli/vocabulary.ts';
import { VERSION } from './version.ts';

const program = new Command('glossograph')
  .description('A knowledge graph of health IT vocabulary, with a GraphQL API.')
  .version(VERSION)
  .enablePositionalOptions() // `import uscdi --version v3` is not asking for ours
  .addHelpText('after', '\nSettings are environment variables. The file .env.example describes them.')
  .showHelpAfterError('(run glossograph --help for a list of commands and options)');

for (const add of [
  addStart,
  addSeed,
  addImport,
  addLink,
  addExport,
  addChanges,
  addVocabulary,
  addMeaning,
  addBackup,
  addRestore,
  addStatus,
  addKeyCommand,
  addReset,
])
  add(program);

await program.parseAsync();
