import { basename } from 'node:path';
import type { Driver } from 'neo4j-driver';
import type { Runner } from '../../graph/run.ts';
import { defined } from '../../model/defined.ts';
import { isOriginOf, ORIGINS, originOf } from '../../model/origins.ts';
import { faultIn, ImportError, type Remark } from '../../store/errors.ts';
import type { ImportProgress } from '../../store/write.ts';
import { rejoinLaw } from '../ecfr/rejoin.ts';
import { type OriginFilter, readKnownNames } from '../known-names.ts';
import { type ImportOutcome, type ImportSteps, runImport } from '../run-import.ts';
import { readTextFile } from '../text-file.ts';
import { type DerivedGlossary, deriveGlossary, type TermMerge } from './derive/derive.ts';
import { gather } from './derive/gather.ts';
import { fileSourceId } from './derive/sources.ts';
import { FORMAT_NAMES, formatOf, READERS } from './read/formats.ts';
import type { Glossary, GlossaryFormat } from './read/shape.ts';

/** Options of `importGlossaries`. */
export interface GlossaryRequest {
  files: readonly string[];
  /** The format of all files. By default, the name and the start of each file determine it. */
  format?: GlossaryFormat | undefined;
  /** Reads, compares and counts, but writes nothing. */
  dryRun?: boolean | undefined;
  onProgress?: ((progress: ImportProgress & { file: string }) => void) | undefined;
}

/** The result of importing one glossary. */
export interface GlossarySummary extends ImportOutcome {
  file: string;
  format: GlossaryFormat;
  /** Entries of the file, and the terms they became: a term may have several entries. */
  entries: number;
  terms: number;
  /** Terms with a definition in the file, and the number of all definitions. */
  defined: number;
  definitions: number;
  /** Aliases, and how many of them other imports have too. */
  aliases: number;
  joinedAliases: number;
  /** Relations between terms. */
  relations: number;
  /** Documents that the file names as sources. */
  sources: number;
  /** Every term that was merged with another. */
  merges: readonly TermMerge[];
  /** Every alias that denotes several terms, with their ids. */
  ambiguous: readonly { alias: string; denotes: readonly string[] }[];
  /** What the file has and the graph does not, in words. */
  leftOut: readonly string[];
}

/**
 * Imports glossaries: all files or nothing. Files are imported in the order of their names, whatever the order of the
 * arguments, because later ones may join terms of earlier ones by alias.
 *
 * @throws ImportError for files that cannot be read, with line and column
 */
export function importGlossaries(
  driver: Driver,
  database: string | undefined,
  request: GlossaryRequest,
): Promise<GlossarySummary[]> {
  const { files, dryRun } = request;
  return runImport(driver, database, { what: files.join(', '), dryRun }, (tx) => deriveGlossaries(tx, request));
}

async function* deriveGlossaries(tx: Runner, request: GlossaryRequest): ImportSteps<GlossarySummary[]> {
  const { files, format, onProgress } = request;
  refuseTwins(files);
  const summaries: Omit<GlossarySummary, 'dataVersion'>[] = [];
  for (const file of [...files].sort((a, b) => (fileOrigin(a) < fileOrigin(b) ? -1 : 1))) {
    const origin = fileOrigin(file);
    const { glossary, gathered, ...read } = await readGlossary(file, format);
    const known = await readKnownNames(tx, ...joinedOrigins(origin));
    const derived = deriveGlossary(gathered, known, sourceOf(origin, file, read.sha256, glossary));
    const { changed } = await (yield {
      origin,
      records: derived.records,
      onProgress: (progress) => onProgress?.({ ...progress, file }),
    });
    summaries.push({ file, format: read.format, ...counted(glossary, derived), changed });
  }
  if (summaries.some(({ changed }) => changed)) yield* rejoinLaw(tx);
  return ({ dataVersion }) => summaries.map((summary) => ({ ...summary, dataVersion }));
}

/** The origin of a file: its name, wherever it is. */
const fileOrigin = (file: string): string => originOf(ORIGINS.glossary, basename(file));

function refuseTwins(files: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const file of files) {
    const before = seen.get(fileOrigin(file));
    if (before !== undefined) {
      const message = `This file has the same name as ${before}. Rename one of the two files, because the file name identifies a glossary.`;
      throw faultIn(file, message);
    }
    seen.set(fileOrigin(file), file);
  }
}

/** The size limit of a file: a JavaScript string holds about twice this. */
const MOST_BYTES = 256 * 2 ** 20;

/** The number of faults after which reading stops: finding the position of each takes a pass through the file. */
const MOST_FAULTS = 20;

async function readGlossary(file: string, format: GlossaryFormat | undefined) {
  const { text, sha256 } = await readTextFile(file, MOST_BYTES);
  const readAs = format ?? formatOf(file, text);
  if (readAs === undefined) {
    throw faultIn(file, `The format of the file is not recognized. Specify the format with --format: ${FORMAT_NAMES}.`);
  }
  const faults: Remark[] = [];
  const fault = (message: string, place = {}) => {
    faults.push({ file, message, ...place });
    if (faults.length === MOST_FAULTS) throw new ImportError(faults);
  };
  const glossary = await READERS[readAs]({ text, fault });
  const gathered = gather(glossary, fault);
  if (faults.length === 0 && gathered.terms.size === 0) fault('The file contains no terms.');
  if (faults.length > 0) throw new ImportError(faults);
  return { glossary, gathered, format: readAs, sha256 };
}

/** The origins whose names a glossary joins, and those whose aliases lead to terms. */
function joinedOrigins(origin: string): [others: OriginFilter, byAlias: OriginFilter] {
  const isLaw = (other: string) => isOriginOf(ORIGINS.ecfr, other);
  return [
    // The law joins glossaries, and glossaries never join the law, so that the order of imports does not matter.
    (other) => other !== origin && !isLaw(other),
    // By alias, a glossary joins only those before it in the order of names, so that two never join each other.
    (other) => !isLaw(other) && (!isOriginOf(ORIGINS.glossary, other) || other < origin),
  ];
}

function sourceOf(origin: string, file: string, sha256: string, { title, url, retrieved }: Glossary) {
  return {
    ...{ id: fileSourceId(origin), name: title ?? basename(file), sha256 },
    ...defined({ url, retrieved }),
  };
}

function counted(
  { entries, passedOver }: Glossary,
  { records, merges, ambiguous, joinedAliases, leftOut }: DerivedGlossary,
) {
  const terms = records.entities.filter((one) => one.kind === 'TERM');
  const definitions = terms.map(
    ({ sectionHeadings }) => sectionHeadings.filter((one) => /^Definition\b/.test(one)).length,
  );
  return {
    entries: entries.length,
    terms: terms.length,
    defined: terms.filter(({ definition }) => definition !== undefined).length,
    definitions: definitions.reduce((sum, count) => sum + count, 0),
    aliases: records.entities.length - terms.length,
    joinedAliases,
    relations: records.relations.filter(({ type }) => type !== 'ALIAS_OF').length,
    sources: records.sources.length - 1,
    ...{ merges, ambiguous },
    leftOut: [...passedOver, ...leftOut],
  };
}
