import { basename, extname } from 'node:path';
import type { Driver } from 'neo4j-driver';
import { rules } from '../../../cypher/rules/index.ts';
import { type Runner, run } from '../../graph/run.ts';
import { ORIGINS, originOf } from '../../model/origins.ts';
import { faultIn } from '../../store/errors.ts';
import type { ImportProgress } from '../../store/write.ts';
import { rejoinLaw } from '../ecfr/rejoin.ts';
import { type ImportChoices, type ImportOutcome, type ImportSteps, runImport } from '../run-import.ts';
import { readTextFile } from '../text-file.ts';
import { deriveRules } from './derive.ts';
import { readRulesCsv } from './read-csv.ts';
import { readRulesJson } from './read-json.ts';

/** Options of `importRules`. */
export interface RulesRequest extends ImportChoices {
  /**
   * A CSV file with one document per row, or JSON from the Federal Register's API. The file extension determines the
   * format.
   */
  file: string;
  onProgress?: ((progress: ImportProgress) => void) | undefined;
}

/** The result of importing rules. */
export interface RulesSummary extends ImportOutcome {
  documents: number;
  /** The number of relations to provisions: amendments, and proposed amendments. */
  amendments: number;
  proposals: number;
  /** Data that is in the file but not in the graph, in words. */
  leftOut: readonly string[];
}

const READERS = { '.csv': readRulesCsv, '.json': readRulesJson } as const;
/** The largest file in bytes: 1,000 documents of the API have some 5 MB. */
const LARGEST = 256 * 2 ** 20;

/**
 * Imports Federal Register documents. Either the whole file is imported or nothing. Relations to provisions and
 * documents that are not in the graph stay pending.
 *
 * @throws ImportError for a file that is not a list of rules, with the line
 */
export function importRules(
  driver: Driver,
  database: string | undefined,
  request: RulesRequest,
): Promise<RulesSummary> {
  const { file, dryRun, yes } = request;
  return runImport(driver, database, { what: file, dryRun, yes }, (tx) => deriveFile(tx, request));
}

async function* deriveFile(tx: Runner, { file, onProgress }: RulesRequest): ImportSteps<RulesSummary> {
  const extension = extname(file).toLowerCase();
  if (extension !== '.csv' && extension !== '.json') {
    throw faultIn(file, 'The file must be a CSV or JSON file, and its name must end in .csv or .json.');
  }
  const { text, sha256 } = await readTextFile(file, LARGEST);
  const { documents, leftOut } = READERS[extension](file, text);
  const name = basename(file);
  const source = { id: `Source:rules-${name}`, name: `Federal Register documents: ${name}`, sha256 };
  const origin = originOf(ORIGINS.rules, name);
  const { records, unresolved } = deriveRules(documents, await run(tx, rules.known, { origin }), source);
  const { changed } = await (yield { origin, records, onProgress });
  if (changed) yield* rejoinLaw(tx);
  const count = (type: string) => records.relations.filter((relation) => relation.type === type).length;
  return (outcome) => ({
    ...{ documents: documents.length, amendments: count('AMENDS'), proposals: count('PROPOSES') },
    leftOut: [...leftOut, ...unresolved],
    ...outcome,
  });
}
