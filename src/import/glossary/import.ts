import { basename } from 'node:path';
import type { Driver } from 'neo4j-driver';
import { vocabularies } from '../../../cypher/vocabulary/index.ts';
import { type Runner, run } from '../../graph/run.ts';
import { defined } from '../../model/defined.ts';
import { isOriginOf, ORIGINS, originOf } from '../../model/origins.ts';
import {
  DEFAULT_RANK,
  isReservedVocabulary,
  isVocabularyKey,
  type Linking,
  VOCABULARY_KEY_FORM,
  type VocabularyRecord,
  vocabularyId,
} from '../../model/vocabulary.ts';
import { faultIn, ImportError, type Remark } from '../../store/errors.ts';
import type { ImportProgress } from '../../store/write.ts';
import { type OriginFilter, readKnownNames } from '../known-names.ts';
import { type ImportChoices, type ImportSteps, runImport } from '../run-import.ts';
import { slugOf } from '../slug.ts';
import { readTextFile } from '../text-file.ts';
import { settingsOf } from '../vocabulary/settings.ts';
import { deriveGlossary } from './derive/derive.ts';
import { gather } from './derive/gather.ts';
import { fileSourceId, Sources } from './derive/sources.ts';
import { deriveSupplement } from './derive/supplement.ts';
import { FORMAT_NAMES, formatOf, READERS } from './read/formats.ts';
import type { Glossary, GlossaryFormat } from './read/shape.ts';
import { counted, type GlossarySummary } from './summary.ts';

/** Options of `importGlossaries`. */
export interface GlossaryRequest extends ImportChoices {
  files: readonly string[];
  /**
   * The key of the vocabulary of all files. By default, each file is a separate vocabulary with the name of the file.
   */
  vocabulary?: string | undefined;
  /** The settings of the vocabularies. Absent settings stay unchanged. */
  linking?: Linking | undefined;
  rank?: number | undefined;
  /** The format of all files. By default, the name and the beginning of each file determine it. */
  format?: GlossaryFormat | undefined;
  onProgress?: ((progress: ImportProgress & { file: string }) => void) | undefined;
}

/**
 * Imports glossaries. Either all files are imported or none. Files are imported in the order of their names, regardless
 * of the order of the arguments, because a later file of a vocabulary can join terms of an earlier one by an alias.
 *
 * @throws ImportError for files that cannot be read, with the line and column
 */
export function importGlossaries(
  driver: Driver,
  database: string | undefined,
  request: GlossaryRequest,
): Promise<GlossarySummary[]> {
  const { files, dryRun, yes } = request;
  return runImport(driver, database, { what: files.join(', '), dryRun, yes }, (tx) => deriveGlossaries(tx, request));
}

async function* deriveGlossaries(tx: Runner, request: GlossaryRequest): ImportSteps<GlossarySummary[]> {
  const { files, format, linking, rank, onProgress } = request;
  refuseTwins(files);
  const summaries: Omit<GlossarySummary, 'dataVersion'>[] = [];
  const read: ReadFile[] = [];
  for (const file of files) read.push({ file, ...(await readGlossary(file, format)) });
  for (const one of read.sort(inTurn)) {
    const { file } = one;
    const origin = fileOrigin(file);
    const { vocabulary, derived } = await (one.glossary.supplements === undefined
      ? derivedFile(tx, one, request.vocabulary)
      : derivedSupplement(tx, one, one.glossary.supplements));
    const { changed } = await (yield {
      origin,
      records: derived.records,
      onProgress: (progress) => onProgress?.({ ...progress, file }),
    });
    for (const step of await settingsOf(tx, vocabulary.key, { linking, rank })) yield step;
    summaries.push({
      ...{ file, format: one.format, vocabulary: vocabulary.key },
      ...counted(one.glossary, derived),
      changed,
    });
  }
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

type ReadFile = { file: string } & Awaited<ReturnType<typeof readGlossary>>;

/** Files by their names, and supplements after all that they may supplement. */
function inTurn(one: ReadFile, other: ReadFile): number {
  const isLate = (file: ReadFile) => Number(file.glossary.supplements !== undefined);
  return isLate(one) - isLate(other) || (fileOrigin(one.file) < fileOrigin(other.file) ? -1 : 1);
}

async function derivedFile(tx: Runner, { file, glossary, gathered, sha256 }: ReadFile, asked: string | undefined) {
  const origin = fileOrigin(file);
  const vocabulary = vocabularyOf(file, glossary, asked);
  const known = await readKnownNames(tx, [vocabulary.key], ...joinedOrigins(origin));
  return { vocabulary, derived: deriveGlossary(gathered, known, vocabulary, sourceOf(origin, file, sha256, glossary)) };
}

async function derivedSupplement(tx: Runner, { file, glossary, gathered, sha256 }: ReadFile, supplemented: string) {
  const stored = await run(tx, vocabularies.stored, {});
  const found = stored.find(({ properties }) => properties.url === supplemented);
  if (found === undefined) {
    throw faultIn(
      file,
      `The file is a supplement: it only adds names to the code system ${supplemented}, which is not in the graph. Import the code system first.`,
    );
  }
  const vocabulary: VocabularyRecord = { id: vocabularyId(found.key), key: found.key };
  const terms = await run(tx, vocabularies.notated, { vocabulary: found.key });
  const sources = new Sources(sourceOf(fileOrigin(file), file, sha256, glossary));
  return { vocabulary, derived: deriveSupplement(gathered, terms, vocabulary, sources) };
}

/** Of one vocabulary, the origins whose names a glossary joins, and those whose aliases lead to terms. */
function joinedOrigins(origin: string): [others: OriginFilter, byAlias: OriginFilter] {
  // By alias, a glossary joins only those before it in the order of names, so that two never join each other.
  return [(other) => other !== origin, (other) => !isOriginOf(ORIGINS.glossary, other) || other < origin];
}

/** The vocabulary of a file: the one asked for, else one that is named after the file. */
function vocabularyOf(file: string, glossary: Glossary, asked: string | undefined): VocabularyRecord {
  const key = asked ?? slugOf(basename(file).replace(/\.[^.]*$/, ''));
  const form = `Specify another key with --vocabulary. A key must consist of ${VOCABULARY_KEY_FORM}.`;
  if (!isVocabularyKey(key)) throw faultIn(file, `"${key}" is not a valid vocabulary key. ${form}`);
  if (isReservedVocabulary(key)) throw faultIn(file, `The vocabulary "${key}" belongs to Glossograph. ${form}`);
  const { title = key, description, url, iri, license, version, statements = [] } = glossary;
  const stated = {
    ...defined({ description, url, iri, license, version }),
    ...(statements.length > 0 && { statements: [...statements] }),
  };
  return { id: vocabularyId(key), key, name: title, ...stated, linking: 'OWN', rank: DEFAULT_RANK };
}

function sourceOf(origin: string, file: string, sha256: string, { title, url, retrieved }: Glossary) {
  return {
    ...{ id: fileSourceId(origin), name: title ?? basename(file), sha256 },
    ...defined({ url, retrieved }),
  };
}
