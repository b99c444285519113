import { createHash } from 'node:crypto';
import type { Driver } from 'neo4j-driver';
import { uscdi } from '../../../cypher/uscdi/index.ts';
import { runAll } from '../../graph/pipeline.ts';
import { type Runner, run } from '../../graph/run.ts';
import { ORIGINS, originOf } from '../../model/origins.ts';
import type { ImportProgress } from '../../store/write.ts';
import { type ImportOutcome, type ImportSteps, runImport } from '../run-import.ts';
import { type DerivedTable, deriveUscdi } from './derive.ts';
import { readPaths } from './path.ts';
import { readTable, type UscdiRow } from './read.ts';
import { lastKeySegment, Structures } from './structures.ts';

/** What `importUscdi` reads, and how. */
export interface UscdiRequest {
  file: string;
  /** "v3", "v3.1". */
  version: string;
  /** Key of the guide's version to whose profiles the table leads: "us-core/6.1.0". */
  guide?: string | undefined;
  /** Reads, compares and counts, and writes nothing. */
  dryRun?: boolean | undefined;
  onProgress?: ((progress: ImportProgress) => void) | undefined;
}

/** What an import of a table did. */
export interface UscdiSummary extends Omit<DerivedTable, 'records'>, ImportOutcome {
  /** Whether the guide was named, and its profiles are in the graph: else nothing is joined. */
  guide: 'unnamed' | 'absent' | 'present';
  /** FHIR versions whose structures were there to join. */
  fhir: readonly string[];
  /** Columns that were not read, as they are named. */
  unread: string[];
}

/**
 * Imports a table of USCDI: all of it or nothing. Profiles and paths are joined to what the graph has of the guide and of
 * FHIR at that time; what is imported later is joined by running it again.
 *
 * @throws ImportError for a file that is no such table, with line
 */
export function importUscdi(
  driver: Driver,
  database: string | undefined,
  request: UscdiRequest,
): Promise<UscdiSummary> {
  const { file, dryRun } = request;
  return runImport(driver, database, { what: file, dryRun }, (tx) => deriveTable(tx, request));
}

async function* deriveTable(tx: Runner, { file, version, guide, onProgress }: UscdiRequest): ImportSteps<UscdiSummary> {
  const { rows, unread, bytes } = await readTable(file);
  const structures = await readStructures(tx, guide, rows);
  const source = {
    id: `Source:uscdi-${version}`,
    name: `USCDI ${version}: table of data classes and elements`,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  const { records, ...derived } = deriveUscdi(rows, version, source, structures);
  yield {
    origin: originOf(ORIGINS.uscdi, version),
    records,
    chain: { standard: 'uscdi', origin: originOf(ORIGINS.uscdi) },
    onProgress,
  };
  return (outcome) => ({
    ...derived,
    guide: guide === undefined ? 'unnamed' : structures.profiles.length === 0 ? 'absent' : 'present',
    fhir: structures.fhir,
    unread,
    ...outcome,
  });
}

/** Of FHIR, only the elements of what the table names, and of data types, which any of them may have. */
async function readStructures(tx: Runner, guide: string | undefined, rows: readonly UscdiRow[]): Promise<Structures> {
  if (guide === undefined) return new Structures('', [], []);
  const versions = await run(tx, uscdi.structures, { guide });
  const own = versions.find(({ version }) => version === guide)?.structures ?? [];
  if (own.length === 0) return new Structures(guide, [], []);
  const heads = new Set(rows.flatMap(({ cells }) => readPaths(cells.fhir_path).map(({ path }) => path?.head)));
  const asked = versions.flatMap(({ version, structures }) =>
    structures.filter(({ key, level }) => version === guide || level === 'DATA_TYPE' || heads.has(lastKeySegment(key))),
  );
  return new Structures(guide, versions, await runAll(tx, uscdi.elements, { rows: asked.map(({ key }) => ({ key })) }));
}
