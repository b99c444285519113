/** The result of a run, and the file in which it is kept. It names no path and no host. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { NEO4J_VERSION } from '../../src/graph/local/jars.ts';
import { VERSION } from '../../src/version.ts';
import type { GoalResult } from './goals.ts';
import type { BurstFigures, ByWay, WayFigures } from './measure.ts';
import type { ScaleOptions } from './options.ts';
import type { Way } from './servers.ts';

/** The figures of a workload at one size. */
export interface WorkResult {
  key: string;
  name: string;
  /** Descriptions of requests whose answers differ. If there is one, nothing was timed. */
  differences: string[];
  oneClient?: ByWay<WayFigures>;
  manyClients?: ByWay<BurstFigures>;
  /** The same requests again, while the cache is on. */
  repeated?: { oneClient: ByWay<WayFigures>; manyClients: ByWay<BurstFigures> };
}

/** The figures of one size. Memory is the most resident memory of a process so far, in MB. */
export interface SizeResult {
  terms: number;
  nodes: number;
  relations: number;
  loadSeconds: Record<string, number>;
  works: WorkResult[];
  memory: ByWay<number> & { cached?: number; database?: number };
}

/** Everything that a run found. */
export interface RunResult {
  on: string;
  versions: Record<string, string>;
  machine: { processors: number; model: string; memoryGiB: number };
  options: ScaleOptions;
  sizes: SizeResult[];
  goals: GoalResult[];
}

const GIB = 1024 ** 3;
const FOLDER = fileURLToPath(new URL('../results/', import.meta.url));

/** Versions and facts about the machine. */
export function circumstances(): Pick<RunResult, 'on' | 'versions' | 'machine'> {
  return {
    on: new Date().toISOString().slice(0, 16),
    versions: { glossograph: VERSION, neo4j: NEO4J_VERSION, node: process.versions.node },
    machine: {
      processors: cpus().length,
      model: cpus()[0]?.model ?? '',
      memoryGiB: Math.round(totalmem() / GIB),
    },
  };
}

/** Writes the file of a run. Returns its name. */
export function writeResult(result: RunResult): string {
  mkdirSync(FOLDER, { recursive: true });
  const name = `scale-${result.on.replaceAll(/[:T-]/g, '')}.json`;
  writeFileSync(`${FOLDER}${name}`, `${JSON.stringify(result, null, 2)}\n`);
  return name;
}

/** The ways of which a result has figures, in the order of tables. */
export const WAYS: readonly { way: Way; name: string }[] = [
  { way: 'byHand', name: 'L' },
  { way: 'peer', name: 'P' },
  { way: 'glossograph', name: 'ours' },
];
