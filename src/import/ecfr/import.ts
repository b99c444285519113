import type { Driver } from 'neo4j-driver';
import { ecfr } from '../../../cypher/ecfr/index.ts';
import { type Runner, run } from '../../graph/run.ts';
import type { ImportResult } from '../../store/write.ts';
import { type ImportChoices, type ImportSteps, runImport } from '../run-import.ts';
import { lengthOf, partOrigin } from './edition.ts';
import { addToPart, derivedImportOf, partId, readKnownToLaw } from './part-import.ts';
import { fileHash } from './read/file-hash.ts';
import { readEcfr } from './read/read-ecfr.ts';
import { type EcfrSummary, SummaryBuilder } from './summary.ts';

/** Options of `importEcfr`. */
export interface EcfrRequest extends ImportChoices {
  files: readonly string[];
  /** The date of the text in the files. The default is `today` because files do not state the date of their edition. */
  asOf?: string | undefined;
  /** The CFR title, for files that do not state it. */
  title?: number | undefined;
  /** Whether the files contain their parts in full. If so, a section that they do not contain does not exist. */
  complete?: boolean | undefined;
  /** ISO 8601 calendar date. */
  today: string;
  onProgress?: ((progress: EcfrProgress) => void) | undefined;
}

/** The progress of an import. */
export interface EcfrProgress {
  file: string;
  bytes: number;
  /** The last part that was read, such as "45 CFR Part 171". */
  part: string;
}

/**
 * Imports eCFR files. Either all of them are imported or none, even if the process is killed. Sections that a file
 * omits stay unchanged.
 *
 * @throws ImportError for files that are not eCFR XML, with the line and column
 */
export function importEcfr(driver: Driver, database: string | undefined, request: EcfrRequest): Promise<EcfrSummary> {
  const { files, dryRun, yes } = request;
  return runImport(driver, database, { what: files.join(', '), dryRun, yes }, (tx) => deriveParts(tx, request));
}

async function* deriveParts(tx: Runner, request: EcfrRequest): ImportSteps<EcfrSummary> {
  const { files, asOf, title, complete, today, onProgress = () => undefined } = request;
  const known = await readKnownToLaw(tx);
  const met = new Set((await run(tx, ecfr.knownParts, {})).map(({ id }) => id));
  const summary = new SummaryBuilder();
  // While the database writes one part, the next one is read.
  let writing: { origin: string; done: Promise<void> } = { origin: '', done: Promise.resolve() };
  for (const file of files) {
    const sha256 = await fileHash(file);
    let bytes = 0;
    const onBytes = (more: number) => {
      bytes += more;
    };
    for await (const read of readEcfr({ file, title, complete, onBytes })) {
      const { text } = read;
      if (partOrigin(text) === writing.origin) await writing.done;
      const files = [{ sha256, length: lengthOf(text.division) }];
      const part = await addToPart(tx, { asOf: asOf ?? today, text, files }, known, !met.has(partId(text)));
      met.add(partId(text));
      summary.add(part, read);
      const written: Promise<ImportResult> = yield derivedImportOf(tx, part);
      writing = { origin: part.origin, done: written.then(() => undefined) };
      writing.done.catch(() => undefined); // a later step awaits it
      onProgress({ file, bytes, part: `${text.title} CFR Part ${text.number}` });
    }
  }
  await writing.done;
  return (outcome) => ({ ...summary.result(asOf === undefined), ...outcome });
}
