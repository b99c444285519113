import type { Driver } from 'neo4j-driver';
import { ecfr } from '../../../cypher/ecfr/index.ts';
import { nameKey } from '../../search/words.ts';
import { inOneTransactionUnlessDry } from '../dry-run.ts';
import { readKnownNames } from '../known-names.ts';
import { type Runner, run } from '../run.ts';
import { writeWithin } from '../write.ts';
import { type Derived, derivePart } from './derive.ts';
import { addEdition, type Edition, originOf, pack, unpack } from './edition.ts';
import type { Known } from './known.ts';
import { readEcfr } from './read.ts';

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
export interface EcfrSummary {
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
  changed: boolean;
  dataVersion: string;
}

/**
 * Imports the eCFR: all files or nothing, also when the process is killed. What a file leaves out stays as it is known.
 *
 * @throws ImportError for files that are no eCFR XML, with line and column
 */
export async function importEcfr(
  driver: Driver,
  database: string | undefined,
  request: EcfrRequest,
): Promise<EcfrSummary> {
  const { files, dryRun = false } = request;
  return inOneTransactionUnlessDry(driver, database, { what: files.join(', '), dryRun }, (tx) =>
    importWithin(tx, request),
  );
}

async function importWithin(tx: Runner, request: EcfrRequest): Promise<EcfrSummary> {
  const { files, asOf, title, today, onProgress = () => undefined } = request;
  const known = await readKnown(tx);
  const summary = nothingDone();
  // While the database takes one part in, the next one is read.
  let writing: { origin: string; done: Promise<void> } = { origin: '', done: Promise.resolve() };
  for (const file of files) {
    let bytes = 0;
    const onBytes = (more: number) => {
      bytes += more;
    };
    for await (const { text, day } of readEcfr({ file, title, onBytes })) {
      const edition: Edition = { asOf: asOf ?? day ?? today, text };
      if (originOf(text) === writing.origin) await writing.done;
      const prepared = await prepare(tx, edition, known);
      await writing.done;
      const done = write(tx, prepared, summary);
      done.catch(() => undefined); // it is awaited before the next one
      writing = { origin: prepared.origin, done };
      onProgress({ file, bytes, part: `${text.title} CFR Part ${text.number}` });
    }
  }
  await writing.done;
  return summary;
}

/** A part that is ready to be written. */
interface Prepared {
  origin: string;
  derived: Derived;
  edition: Edition;
  versionsBefore: number;
}

async function prepare(tx: Runner, added: Edition, known: Known): Promise<Prepared> {
  const origin = originOf(added.text);
  const above = await run(tx, ecfr.above, { id: `Regulation:${added.text.title}-CFR-${added.text.number}` });
  const stored = await run(tx, ecfr.editions, { origin });
  const before = stored.map(({ asOf, packed }): Edition => ({ asOf, text: unpack(packed) }));
  const editions = addEdition(before, added);
  const here: Known = { ...known, above };
  const derived = derivePart(editions, here);
  const edition = editions.find(({ asOf }) => asOf === added.asOf) ?? added;
  const versionsBefore = before.length === 0 ? 0 : derivePart(before, here).counts.versions;
  return { origin, derived, edition, versionsBefore };
}

async function write(
  tx: Runner,
  { origin, derived, edition: { asOf, text }, versionsBefore }: Prepared,
  summary: EcfrSummary,
): Promise<void> {
  const { changed, dataVersion, waiting } = await writeWithin(tx, { origin, records: derived.records });
  await run(tx, ecfr.putEdition, { origin, asOf, packed: pack(text) });
  add(summary, derived, { asOf, waiting, versionsBefore });
  summary.changed ||= changed;
  summary.dataVersion = dataVersion;
}

interface Done {
  asOf: string;
  /** Ids of relations that wait for their end. */
  waiting: ReadonlySet<string>;
  versionsBefore: number;
}

function add(summary: EcfrSummary, { records, counts }: Derived, { asOf, waiting, versionsBefore }: Done): void {
  summary.parts += 1;
  for (const [level, count] of Object.entries(counts.provisions)) {
    if (ABOVE.has(level)) continue; // each part of a title tells of it
    summary.provisions[level] = (summary.provisions[level] ?? 0) + count;
  }
  summary.definitions += counts.definitions;
  for (const { type, id, dangling, validTo } of records.relations) {
    if (type !== 'CITES' || validTo !== undefined) continue;
    summary.citations[dangling ? 'dangling' : waiting.has(id) ? 'outside' : 'resolved'] += 1;
  }
  const added = Math.max(0, counts.versions - versionsBefore);
  summary.versions.added += added;
  summary.versions.unchanged += counts.versions - added;
  if (!summary.days.includes(asOf)) summary.days.push(asOf);
}

const ABOVE = new Set(['TITLE', 'SUBTITLE', 'CHAPTER', 'SUBCHAPTER']);

const nothingDone = (): EcfrSummary => ({
  parts: 0,
  provisions: {},
  definitions: 0,
  citations: { resolved: 0, outside: 0, dangling: 0 },
  versions: { added: 0, unchanged: 0 },
  days: [],
  changed: false,
  dataVersion: '',
});

/** The names that others have given: read once, as no part of the law adds to them. */
async function readKnown(tx: Runner): Promise<Known> {
  const others = (origin: string) => !origin.startsWith('ecfr:');
  const statutes = new Map<string, string>();
  for (const { id, citation, name } of await run(tx, ecfr.knownStatutes, {})) {
    for (const one of [citation, name]) statutes.set(nameKey(one), id);
  }
  return { names: await readKnownNames(tx, others), statutes, above: [] };
}
