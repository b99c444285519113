import type { Command } from 'commander';
import { addImportEcfr } from './import-ecfr.ts';
import { addImportEcfrVersions } from './import-ecfr-versions.ts';
import { addImportFhir } from './import-fhir.ts';
import { addImportGlossary } from './import-glossary.ts';
import { addImportGraph } from './import-graph.ts';
import { addImportRules } from './import-rules.ts';
import { addImportUscdi } from './import-uscdi.ts';

/** `glossograph import`: has one subcommand for each importer. An importer is loaded only when it runs. */
export function addImport(program: Command): void {
  const importing = program
    .command('import')
    .description('import files into the graph; each type of file has its own subcommand');
  for (const add of [
    addImportEcfr,
    addImportEcfrVersions,
    addImportFhir,
    addImportUscdi,
    addImportRules,
    addImportGlossary,
    addImportGraph,
  ])
    add(importing);
}
