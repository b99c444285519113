import type { Driver } from 'neo4j-driver';
import { ecfr } from '../../../cypher/ecfr/index.ts';
import { type Runner, run } from '../../graph/run.ts';
import type { ImportResult } from '../../store/write.ts';
import { type ImportOutcome, type ImportSteps, runImport } from '../run-import.ts';
import { partOrigin } from './edition.ts';
import { addToPart, derivedImportOf, type PartImport, partId, readKnownToLaw } from './part-import.ts';
import { readEcfr } from './read/read-ecfr.ts';

/** What `importEcfr` reads, and how. */
export interface EcfrRequest {
  files: readonly string[];
  /** The day as of which the files read so; each file's own, else `today`, unless said. */
  asOf?: string | undefined;
  /** The title of the CFR, where a file does not say it. */
  title?: number | undefined;
  /** Reads, compares and counts, and writes nothing. */
  dryRun?: boolean | undefined;
  /** ISO 8601 calendar date. */
  today: string;
  onProgress?: ((progress: EcfrProgress) => void) | undefined;
}

/** How far the import is. */
export interface EcfrProgress {
  file: string;
  bytes: number;
  /** The part that was taken in last: "45 CFR Part 171". */
  part: string;
}

/** What an import of the eCFR did, summed over the parts of all files. */
export interface EcfrSummary extends ImportOutcome {
  parts: number;
  /** Provisions that read so now, by level. */
  provisions: Record<string, number>;
  definitions: number;
  /** Citations that lead to something known, out of what is imported, and to a place that does not exist. */
  citations: { resolved: number; outside: number; dangling: number };
  /** Versions of texts: new ones, and those that were there. */
  versions: { added: number; unchanged: number };
  /** The days that were taken as those of the files. */
  days: string[];
}

/**
 * Imports the eCFR: all files or nothing, also when the process is killed. What a file leaves out stays as it is known.
 *
 * @throws ImportError for files that are no eCFR XML, with line and column
 */
export function importEcfr(driver: Driver, database: string | undefined, request: EcfrRequest): Promise<EcfrSummary> {
  const { files, dryRun } = request;
  return runImport(driver, database, { what: files.join(', '), dryRun }, (tx) => deriveParts(tx, request));
}

async function* deriveParts(tx: Runner, request: EcfrRequest): ImportSteps<EcfrSummary> {
  const { files, asOf, title, today, onProgress = () => undefined } = request;
  const known = await readKnownToLaw(tx);
  const met = new Set((await run(tx, ecfr.met, {})).map(({ id }) => id));
  const summary = nothingDone();
  // While the database takes one part in, the next one is read.
  let writing: { origin: string; done: Promise<void> } = { origin: '', done: Promise.resolve() };
  for (const file of files) {
    let bytes = 0;
    const onBytes = (more: number) => {
      bytes += more;
    };
    for await (const { text, day } of readEcfr({ file, title, onBytes })) {
      if (partOrigin(text) === writing.origin) await writing.done;
      const part = await addToPart(tx, { asOf: asOf ?? day ?? today, text }, known, !met.has(partId(text)));
      met.add(partId(text));
      const written: Promise<ImportResult> = yield derivedImportOf(tx, part);
      writing = { origin: part.origin, done: written.then((result) => add(summary, part, result)) };
      writing.done.catch(() => undefined); // it is awaited before the next one
      onProgress({ file, bytes, part: `${text.title} CFR Part ${text.number}` });
    }
  }
  await writing.done;
  return (outcome) => ({ ...summary, ...outcome });
}

type Totals = Omit<EcfrSummary, keyof ImportOutcome>;

function add(
  summary: Totals,
  { derived: { records, counts }, edition: { asOf }, versionsBefore }: PartImport,
  { pending }: ImportResult,
): void {
  summary.parts += 1;
  for (const [level, count] of Object.entries(counts.provisions)) {
    if (ABOVE.has(level)) continue; // each part of a title tells of it
    summary.provisions[level] = (summary.provisions[level] ?? 0) + count;
  }
  summary.definitions += counts.definitions;
  for (const { type, id, dangling, validTo } of records.relations) {
    if (type !== 'CITES' || validTo !== undefined) continue;
    summary.citations[dangling ? 'dangling' : pending.has(id) ? 'outside' : 'resolved'] += 1;
  }
  const added = Math.max(0, counts.versions - versionsBefore);
  summary.versions.added += added;
  summary.versions.unchanged += counts.versions - added;
  if (!summary.days.includes(asOf)) summary.days.push(asOf);
}

const ABOVE = new Set(['TITLE', 'SUBTITLE', 'CHAPTER', 'SUBCHAPTER']);

const nothingDone = (): Totals => ({
  parts: 0,
  provisions: {},
  definitions: 0,
  citations: { resolved: 0, outside: 0, dangling: 0 },
  versions: { added: 0, unchanged: 0 },
  days: [],
});
