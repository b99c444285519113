import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Driver } from 'neo4j-driver';
import { openDriver } from '../../src/graph/connect.ts';
import { ensureLocal } from '../../src/graph/local/server.ts';
import { migrate } from '../../src/graph/migrate.ts';
import { importEcfr } from '../../src/import/ecfr/import.ts';
import { importGlossaries } from '../../src/import/glossary/import.ts';
import { importSeed } from '../../src/import/seed/import.ts';
import { checkSeed } from '../../src/import/seed/index.ts';
import { linkGraph } from '../../src/link/link.ts';

const NIST = fileURLToPath(new URL('../../../shared/data/glossary/nist-csrc-glossary.json', import.meta.url));

/**
 * Imports the seed, parts of the law and the glossary of NIST into a local Neo4j of its own, and links all of it again.
 *
 * @param tell is given each result as a line
 */
export async function relinkGraph(
  seedFolder: string,
  parts: readonly { file: string; asOf: string }[],
  tell: (line: string) => void,
): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'glossograph-linking-'));
  const local = await ensureLocal({ dataDir, jarsDir: process.env.GLOSSOGRAPH_DATA ?? '.glossograph', heap: '2g' });
  const driver = openDriver(local);
  try {
    await migrate(driver);
    const { records } = await checkSeed(seedFolder);
    await importSeed(driver, undefined, records);
    for (const { file, asOf } of parts) await importEcfr(driver, undefined, { files: [file], asOf, today: asOf });
    await timed('the four parts again', () => linkGraph(driver, undefined, { all: true }), tell);
    if (!existsSync(NIST)) return;
    const before = await mentionsOfLaw(driver);
    await importGlossaries(driver, undefined, { files: [NIST] });
    await timed("with NIST's glossary", () => linkGraph(driver, undefined, { all: true }), tell);
    const differing = differences(before, await mentionsOfLaw(driver));
    tell(`mentions in the law that NIST's glossary changes: ${differing} of ${before.length}`);
    await timed('nothing new', () => linkGraph(driver, undefined, {}), tell);
  } finally {
    await driver.close();
    await local.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Every mention in the law, with its quotes. */
async function mentionsOfLaw(driver: Driver): Promise<string[]> {
  const { records } = await driver.executeQuery(
    'MATCH (:Regulation)-[edge:MENTIONS]->(:Term) RETURN edge.id + reduce(all = "", one IN edge.evidenceQuotes | all + " " + one) AS told',
  );
  return records.map((record) => String(record.get('told')));
}

function differences(some: readonly string[], others: readonly string[]): number {
  const [one, other] = [new Set(some), new Set(others)];
  return some.filter((told) => !other.has(told)).length + others.filter((told) => !one.has(told)).length;
}

async function timed(what: string, work: () => ReturnType<typeof linkGraph>, tell: (line: string) => void) {
  const started = performance.now();
  const { texts, mentions, places } = await work();
  const seconds = ((performance.now() - started) / 1_000).toFixed(2);
  tell(`${what}: ${texts} texts, ${mentions} mentions in ${places} places, ${seconds} s`);
}
