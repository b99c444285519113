import { basename } from 'node:path';
import type { Driver } from 'neo4j-driver';
import type { Runner } from '../../graph/run.ts';
import { linkWithin } from '../../link/link.ts';
import { ImportError, type Remark } from '../../store/errors.ts';
import { GLOSSARY } from '../../store/merge.ts';
import { inOneTransaction } from '../../store/transaction.ts';
import { type ImportProgress, writeWithin } from '../../store/write.ts';
import { rejoinLaw } from '../ecfr/rejoin.ts';
import { readKnownNames } from '../known-names.ts';
import { type Derived, deriveGlossary, type Merge } from './derive.ts';
import { readText } from './file.ts';
import { FORMAT_NAMES, formatOf, READERS } from './formats.ts';
import { gather } from './gather.ts';
import type { Format, Glossary } from './shape.ts';
import { fileSourceId } from './sources.ts';

/** What `importGlossaries` reads, and how. */
export interface GlossaryRequest {
  files: readonly string[];
  /** The format of all of them; each file's own, as its name and its beginning tell, unless said. */
  format?: Format | undefined;
  /** Reads, compares and counts, and writes nothing. */
  dryRun?: boolean | undefined;
  onProgress?: ((progress: ImportProgress & { file: string }) => void) | undefined;
}

/** What an import of one glossary did. */
export interface GlossarySummary {
  file: string;
  format: Format;
  /** Entries of the file, and the terms that they became: a term may have several. */
  entries: number;
  terms: number;
  /** Terms that have a definition here, and the definitions of all. */
  defined: number;
  definitions: number;
  /** Aliases, and how many of them others have, too. */
  aliases: number;
  joinedAliases: number;
  /** Relations between terms. */
  relations: number;
  /** Documents that the file names, itself not counted. */
  sources: number;
  /** Every term that was brought together with another. */
  merges: readonly Merge[];
  /** Every alias that stands for several terms, with their ids. */
  ambiguous: readonly { alias: string; denotes: readonly string[] }[];
  /** What the file holds and the graph does not, in words. */
  leftOut: readonly string[];
  changed: boolean;
  dataVersion: string;
}

/**
 * Imports glossaries: all files or nothing. They are taken in the order of their names, whatever order they are given in, as
 * later ones may join by alias what earlier ones have.
 *
 * @throws ImportError for files that cannot be read, with line and column
 */
export async function importGlossaries(
  driver: Driver,
  database: string | undefined,
  request: GlossaryRequest,
): Promise<GlossarySummary[]> {
  const { files, dryRun = false } = request;
  refuseTwins(files);
  const inOrder = [...files].sort((a, b) => (originOf(a) < originOf(b) ? -1 : 1));
  const what = { what: files.join(', '), dryRun };
  return inOneTransaction(driver, database, what, async (tx) => {
    const summaries: GlossarySummary[] = [];
    for (const file of inOrder) summaries.push(await importOne(tx, file, request));
    if (summaries.some(({ changed }) => changed)) await rejoinLaw(tx);
    const { dataVersion } = await linkWithin(tx);
    return summaries.map((summary) => ({ ...summary, dataVersion }));
  });
}

/** A file is known by its name, wherever it lies. */
const originOf = (file: string): string => `${GLOSSARY}${basename(file)}`;

function refuseTwins(files: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const file of files) {
    const before = seen.get(originOf(file));
    if (before !== undefined) {
      const message = `a glossary is known by the name of its file, and ${before} has the same one: rename one of them`;
      throw new ImportError([{ file, message }]);
    }
    seen.set(originOf(file), file);
  }
}

/** To find the place of each takes a walk through the file: who has mended so many runs the import again. */
const MOST_FAULTS = 20;

async function importOne(tx: Runner, file: string, { format, onProgress }: GlossaryRequest): Promise<GlossarySummary> {
  const { text, sha256 } = await readText(file);
  const readAs = format ?? formatOf(file, text);
  if (readAs === undefined) {
    throw new ImportError([
      { file, message: `nobody can tell what format it has: --format is one of ${FORMAT_NAMES}` },
    ]);
  }
  const faults: Remark[] = [];
  const fault = (message: string, place = {}) => {
    faults.push({ file, message, ...place });
    if (faults.length === MOST_FAULTS) throw new ImportError(faults);
  };
  const glossary = await READERS[readAs]({ text, fault });
  const gathered = gather(glossary, fault);
  if (faults.length === 0 && gathered.terms.size === 0) fault('there is no term in it');
  if (faults.length > 0) throw new ImportError(faults);

  const origin = originOf(file);
  const known = await readKnownNames(
    tx,
    // The law joins glossaries and not they the law, so that the order in which they come plays no role.
    (other) => other !== origin && !other.startsWith('ecfr:'),
    // By alias only what comes before in the order of names, so that two glossaries never join each other in turns.
    (other) => !other.startsWith('ecfr:') && (!other.startsWith(GLOSSARY) || other < origin),
  );
  const derived = deriveGlossary(gathered, known, sourceOf(origin, file, sha256, glossary));
  const { changed, dataVersion } = await writeWithin(tx, {
    origin,
    records: derived.records,
    onProgress: (progress) => onProgress?.({ ...progress, file }),
  });
  return { file, format: readAs, ...counted(glossary, derived), changed, dataVersion };
}

function sourceOf(origin: string, file: string, sha256: string, { title, url, retrieved }: Glossary) {
  return {
    ...{ id: fileSourceId(origin), name: title ?? basename(file), sha256 },
    ...(url !== undefined && { url }),
    ...(retrieved !== undefined && { retrieved }),
  };
}

function counted({ entries, passedOver }: Glossary, { records, merges, ambiguous, joinedAliases, leftOut }: Derived) {
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
