import type { Driver } from 'neo4j-driver';
import { uscdi } from '../../../cypher/uscdi/index.ts';
import { runAll } from '../../graph/pipeline.ts';
import { type Runner, run } from '../../graph/run.ts';
import { ORIGINS, originOf } from '../../model/origins.ts';
import type { ImportProgress } from '../../store/write.ts';
import { type ImportChoices, type ImportOutcome, type ImportSteps, runImport } from '../run-import.ts';
import { type DerivedTable, deriveUscdi } from './derive.ts';
import { readPaths } from './path.ts';
import { readTable, type UscdiRow } from './read.ts';
import { lastKeySegment, Structures } from './structures.ts';

/** Options of `importUscdi`. */
export interface UscdiRequest extends ImportChoices {
  file: string;
  /** The version, such as "v3" or "v3.1". */
  version: string;
  /** The key of the guide version whose profiles the table names, such as "us-core/6.1.0". */
  guide?: string | undefined;
  onProgress?: ((progress: ImportProgress) => void) | undefined;
}

/** The result of importing a table. */
export interface UscdiSummary extends Omit<DerivedTable, 'records'>, ImportOutcome {
  /** Whether a guide was named, and whether its profiles are in the graph. If they are not, nothing is joined. */
  guide: 'unnamed' | 'absent' | 'present';
  /** The FHIR versions whose structures were available for joining. */
  fhir: readonly string[];
  /** The names of columns that were not read. */
  unread: string[];
}

/**
 * Imports a USCDI table. Either the whole table is imported or nothing. Profiles and paths are joined to the guide and
 * the FHIR version in the graph. To join data that is imported later, run the import again.
 *
 * @throws ImportError for a file that is not a USCDI table, with the line
 */
export function importUscdi(
  driver: Driver,
  database: string | undefined,
  request: UscdiRequest,
): Promise<UscdiSummary> {
  const { file, dryRun, yes } = request;
  return runImport(driver, database, { what: file, dryRun, yes }, (tx) => deriveTable(tx, request));
}

async function* deriveTable(tx: Runner, { file, version, guide, onProgress }: UscdiRequest): ImportSteps<UscdiSummary> {
  const { rows, unread, sha256 } = await readTable(file);
  const structures = await readStructures(tx, guide, rows);
  const source = {
    id: `Source:uscdi-${version}`,
    name: `USCDI ${version}: table of data classes and elements`,
    sha256,
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

/** Reads the structures that rows can name: of FHIR, only the resources in the table, and data types. */
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
