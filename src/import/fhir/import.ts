import { resolve } from 'node:path';
import type { Driver } from 'neo4j-driver';
import type { Runner } from '../../graph/run.ts';
import { ORIGINS, originOf } from '../../model/origins.ts';
import { faultIn } from '../../store/errors.ts';
import { type ImportChoices, type ImportSteps, runImport } from '../run-import.ts';
import { type BaseOf, refuseCircles } from './derive/bases.ts';
import { derive } from './derive/derive.ts';
import { guideOf } from './derive/guide-version.ts';
import { readKnownToGuides } from './derive/known-to-guides.ts';
import { isLoose, readContent } from './read/read-content.ts';
import { type FhirSummary, Tally } from './summary.ts';

/** Options of `importFhir`. */
export interface FhirRequest extends ImportChoices {
  /** Packages (.tgz files, or the folders to which they were unpacked) and JSON files of resources, in any order. */
  files: readonly string[];
  /** Whether to create terms for the concepts of code systems. */
  concepts?: boolean | undefined;
  onProgress?: ((progress: FhirProgress) => void) | undefined;
}

/** The progress of an import. */
export interface FhirProgress {
  file: string;
  /** The progress in words, such as "120 resources read" or "4000 of 9000 written". */
  what: string;
}

/**
 * Imports FHIR packages and files. Either all of them are imported or none. The summary lists missing dependencies;
 * relations that need them stay pending until they are imported.
 *
 * @throws ImportError for files that are not FHIR packages or resources, or that are not valid
 */
export function importFhir(driver: Driver, database: string | undefined, request: FhirRequest): Promise<FhirSummary> {
  const { files, dryRun, yes } = request;
  return runImport(driver, database, { what: files.join(', '), dryRun, yes }, (tx) => deriveGuides(tx, request));
}

async function* deriveGuides(
  tx: Runner,
  { files, concepts = false, onProgress: tell = () => undefined }: FhirRequest,
): ImportSteps<FhirSummary> {
  const tally = new Tally();
  const bases: BaseOf = new Map();
  const origins = new Map<string, string>();
  for (const some of await inTurn(files)) {
    // Loose files do not describe a version that a package describes, so packages come first and count as known.
    const known = await readKnownToGuides(tx);
    for (const file of some) {
      const content = await readContent(file, { concepts }, (count) => tell({ file, what: `${count} resources read` }));
      const guide = guideOf(content, known.guides);
      const before = origins.get(guide.origin);
      if (before !== undefined) {
        const message = `This file and ${before} both contain ${guide.key} ${guide.version}. Import only one of them.`;
        throw faultIn(file, message);
      }
      origins.set(guide.origin, file);
      const derived = derive(content, guide, known);
      for (const [key, base] of derived.bases) bases.set(key, base);
      refuseCircles(bases);
      const { changed } = await (yield {
        origin: guide.origin,
        records: derived.records,
        chain: { standard: guide.key, origin: originOf(ORIGINS.fhir, guide.key) },
        onProgress: ({ done, total }) => tell({ file, what: `${done} of ${total} written` }),
      });
      tally.add(file, guide, derived, changed);
    }
  }
  return (outcome) => tally.summary(tx, outcome);
}

/** Packages first, then loose files; each file once, in an order that does not depend on the arguments. */
async function inTurn(files: readonly string[]): Promise<[packages: string[], loose: string[]]> {
  const once = [...new Map(files.map((file) => [resolve(file), file])).values()].sort();
  const turns: [string[], string[]] = [[], []];
  for (const file of once) turns[(await isLoose(file)) ? 1 : 0].push(file);
  return turns;
}
