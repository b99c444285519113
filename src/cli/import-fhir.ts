import type { Command } from 'commander';
import type { FhirSummary } from '../import/fhir/summary.ts';
import { addImportAction, type ImportOptions } from './import-command.ts';

interface Options extends ImportOptions {
  concepts?: boolean;
}

/** `glossograph import fhir`: imports FHIR itself and FHIR implementation guides. */
export function addImportFhir(importing: Command): void {
  const command = importing
    .command('fhir <files...>')
    .description(
      'import FHIR packages (.tgz files or unpacked folders) and JSON files that contain resources or Bundles',
    )
    .option(
      '--concepts',
      'also create terms from the concepts in code systems; an import without this option removes these terms',
    );
  addImportAction<Options>(command, async function* ({ graph }, files, { concepts, dryRun, yes }, progress) {
    const { importFhir } = await import('../import/fhir/import.ts');
    const summary = await importFhir(graph.driver, graph.database, {
      ...{ files, concepts, dryRun, yes },
      onProgress: ({ file, what }) => progress.note(`${file}: ${what}`),
    });
    const what = [...new Set(summary.imported.map(({ version }) => version))].join(', ');
    yield { ...summary, what, lines: described(summary) };
  });
}

function described(summary: FhirSummary): string[] {
  const { imported, concepts, relations, needs, chains, withoutSnapshot, baseless, changed } = summary;
  const files = imported.length > 1 ? imported.map((one) => `${one.version} (${one.file}): ${levels(one.counts)}`) : [];
  const unchanged = imported.filter((one) => !one.changed).map(({ file }) => file);
  const waitingFor = Object.entries(relations.waitingFor).map(([version, count]) => `${count} for ${version}`);
  return [
    ...files,
    `total: ${levels(summary.levels)}`,
    ...(concepts.terms > 0 ? [`concepts: ${concepts.terms} terms, ${concepts.aliases} aliases`] : []),
    `relations: ${relations.resolved} resolved, ${relations.waiting} waiting${list(waitingFor, ': ')}`,
    ...Object.entries(chains).map(([guide, versions]) => `versions of ${guide}: ${versions.join(' → ')}`),
    ...needs.map((need) => `missing: ${need.package} ${need.version}, which is a dependency of ${need.by.join(', ')}`),
    ...(withoutSnapshot.length > 0
      ? [`imported from the differential, because the file contains no snapshot: ${withoutSnapshot.join(', ')}`]
      : []),
    ...baseless.map(({ key, base }) => `${key} is based on ${base}, which is not in any dependency of the guide`),
    ...(changed && unchanged.length > 0 ? [`unchanged: ${unchanged.join(', ')}`] : []),
  ];
}

function levels(counts: FhirSummary['levels']): string {
  return Object.entries(counts)
    .map(([level, count]) => `${count} ${level.toLowerCase().replaceAll('_', ' ')}`)
    .join(', ');
}

const list = (items: readonly string[], before: string) => (items.length > 0 ? `${before}${items.join(', ')}` : '');
