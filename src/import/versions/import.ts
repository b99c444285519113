import { basename } from 'node:path';
import type { Driver } from 'neo4j-driver';
import { ecfr } from '../../../cypher/ecfr/index.ts';
import { type Runner, run } from '../../graph/run.ts';
import { ORIGINS, originOf } from '../../model/origins.ts';
import { rejoinLaw } from '../ecfr/rejoin.ts';
import { type ImportChoices, type ImportOutcome, type ImportSteps, runImport } from '../run-import.ts';
import { readTextFile } from '../text-file.ts';
import { readVersions } from './read-versions.ts';

/** Options of `importVersions`. */
export interface VersionsRequest extends ImportChoices {
  /** A JSON file from the eCFR's versions service. */
  file: string;
}

/** The result of importing versions. */
export interface VersionsSummary extends ImportOutcome {
  parts: number;
  sections: number;
  /** The number of days on which these sections were amended. */
  amendments: number;
  /** Data that is in the file but not in the graph, in words. */
  leftOut: readonly string[];
}

/** The largest file in bytes: the versions of a large title have some 100 MB. */
const LARGEST = 512 * 2 ** 20;

/**
 * Imports the days on which sections were amended. Either the whole file is imported or nothing. Parts in the graph are
 * rederived, and parts that are imported later also use these days.
 *
 * @throws ImportError for a file that is not a response of the versions service, with the line
 */
export function importVersions(
  driver: Driver,
  database: string | undefined,
  request: VersionsRequest,
): Promise<VersionsSummary> {
  const { file, dryRun, yes } = request;
  return runImport(driver, database, { what: file, dryRun, yes }, (tx) => deriveFile(tx, request));
}

async function* deriveFile(tx: Runner, { file }: VersionsRequest): ImportSteps<VersionsSummary> {
  const { text, sha256 } = await readTextFile(file, LARGEST);
  const { parts, leftOut } = readVersions(file, text);
  const name = basename(file);
  const origin = originOf(ORIGINS.versions, name);
  const rows = [...parts.values()].flatMap((sections) => [...sections].map(([unitId, days]) => ({ unitId, ...days })));
  const source = { id: `Source:ecfr-versions-${name}`, name: `eCFR versions service: ${name}`, sha256 };
  const { changed } = await (yield {
    origin,
    records: { entities: [], relations: [], sources: [source] },
    keep: () => run(tx, ecfr.putAmendmentDays, { origin, rows }),
  });
  if (changed) yield* rejoinLaw(tx);
  return (outcome) => ({
    ...{ parts: parts.size, sections: rows.length, leftOut },
    amendments: rows.reduce((sum, { on }) => sum + on.length, 0),
    ...outcome,
  });
}
