import type { Driver } from 'neo4j-driver';
import { ecfr } from '../../../cypher/ecfr/index.ts';
import { type Runner, run } from '../../graph/run.ts';
import type { ImportResult } from '../../store/write.ts';
import { type ImportOutcome, type ImportSteps, runImport } from '../run-import.ts';
import { partOrigin } from './edition.ts';
import { addToPart, derivedImportOf, type PartImport, partId, readKnownToLaw } from './part-import.ts';
import { readEcfr } from './read/read-ecfr.ts';

/** Options of `importEcfr`. */
export interface EcfrRequest {
  files: readonly string[];
  /** The date of the text in the files. Defaults to the date that each file states, else `today`. */
  asOf?: string | undefined;
  /** The title of the CFR, for files that do not state it. */
  title?: number | undefined;
  /** Reads, compares and counts, but writes nothing. */
  dryRun?: boolean | undefined;
  /** ISO 8601 calendar date. */
  today: string;
  onProgress?: ((progress: EcfrProgress) => void) | undefined;
}

/** The progress of an import. */
export interface EcfrProgress {
  file: string;
  bytes: number;
  /** The last part that was read: "45 CFR Part 171". */
  part: string;
}

/** The result of an eCFR import, summed over the parts of all files. */
export interface EcfrSummary extends ImportOutcome {
  parts: number;
  /** Provisions in the latest text, by level. */
  provisions: Record<string, number>;
  definitions: number;
  /** Citations of something in the graph, of something outside it, and of a provision that does not exist. */
  citations: { resolved: number; outside: number; dangling: number };
  /** Versions of texts that are new, and that the graph had already. */
  versions: { added: number; unchanged: number };
  /** The dates that the files were imported under. */
  days: string[];
}

/**
 * Imports eCFR files: all of them or nothing, even when the process is killed. Sections that a file leaves out stay as
 * they are.
 *
 * @throws ImportError for files that are not eCFR XML, with line and column
 */
export function importEcfr(driver: Driver, database: string | undefined, request: EcfrRequest): Promise<EcfrSummary> {
  const { files, dryRun } = request;
  return runImport(driver, database, { what: files.join(', '), dryRun }, (tx) => deriveParts(tx, request));
}

async function* deriveParts(tx: Runner, request: EcfrRequest): ImportSteps<EcfrSummary> {
  const { files, asOf, title, today, onProgress = () => undefined } = request;
  const known = await readKnownToLaw(tx);
  const met = new Set((await run(tx, ecfr.knownParts, {})).map(({ id }) => id));
  const summary = nothingDone();
  // While the database writes one part, the next one is read.
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
      writing.done.catch(() => undefined); // a later step awaits it
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
    if (ABOVE.has(level)) continue; // every part of a title repeats the divisions above it
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
