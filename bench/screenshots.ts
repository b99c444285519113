/**
 * `npm run screenshots`: the explorer as people see it, into docs/pictures: the seed, and made-up graphs of 2,000 and 20,000
 * nodes, each with the time from navigation to the first picture. Look at them after a change of how things look.
 */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { warm } from '../src/cli/warm.ts';
import { Graph } from '../src/graph/connect.ts';
import { importSeed } from '../src/import/seed/import.ts';
import { checkSeed } from '../src/import/seed/index.ts';
import { drawn, openPage } from '../test/explorer/open-page.ts';
import { openBrowser } from '../test/setup/browser.ts';
import { emptyDatabase } from '../test/setup/graph.ts';
import { serveGraph } from '../test/setup/server.ts';
import { generate } from './generate.ts';
import { onOwnNeo4j } from './shared/own-neo4j.ts';

const FOLDER = new URL('../docs/pictures/', import.meta.url);
const WIDE = { width: 1280, height: 800 };
/** Some 20,000 nodes: terms, two names of each, and provisions. */
const MADE_UP = { terms: 5_000, parts: 100 };

interface Shot {
  name: string;
  path: string;
  options: BrowserContextOptions;
  quality: number;
  /** Loads before it, so that plans, caches and compilers are warm, as they are on a server that runs. */
  rounds: number;
}

const SEED: Shot[] = [
  { name: 'seed', path: '/?see=Term%3Aemr-vs-ehr', options: { viewport: WIDE }, quality: 80, rounds: 3 },
  {
    ...{ name: 'seed-dark', path: '/?from=Term%3Aemr-vs-ehr&to=Organization%3Ahl7', quality: 80, rounds: 1 },
    options: { viewport: WIDE, colorScheme: 'dark' },
  },
  {
    ...{ name: 'seed-narrow', path: '/?see=Term%3Aemr-vs-ehr&limit=20&depth=1', quality: 80, rounds: 1 },
    options: { viewport: { width: 360, height: 740 } },
  },
];
const LARGE: Shot[] = [
  { name: 'nodes-2000', path: '/?graph=2000', options: { viewport: WIDE }, quality: 60, rounds: 3 },
  { name: 'nodes-20000', path: '/?graph=20000', options: { viewport: WIDE }, quality: 50, rounds: 2 },
];

async function shoot(browser: Browser, url: string, { name, path, options, quality, rounds }: Shot): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const { page, faults } = await openPage(browser, url + path, options);
    await drawn(page);
    times.push(Math.round(await page.evaluate(() => performance.now())));
    if (faults.length > 0) throw new Error(faults.join('\n'));
    const counts = await page.evaluate(() => [glossograph.nodes().length, glossograph.edges().length]);
    if (round === rounds - 1) {
      await page.waitForTimeout(1_500); // the panel reads, too
      await page.screenshot({ path: fileURLToPath(new URL(`${name}.jpg`, FOLDER)), type: 'jpeg', quality });
      console.log(`${name}: ${counts[0]} nodes, ${counts[1]} relations, first picture after ${times.join(', ')} ms`);
    }
    await page.context().close();
  }
}

await onOwnNeo4j(async ({ driver }) => {
  const server = await serveGraph(new Graph(driver), { REQUEST_TIMEOUT_MS: '60000' });
  const browser = await openBrowser();
  try {
    await mkdir(FOLDER, { recursive: true });
    const { records } = await checkSeed(fileURLToPath(new URL('../seed/', import.meta.url)));
    await importSeed(driver, undefined, records);
    await warm(new Graph(driver));
    for (const shot of SEED) await shoot(browser, server.url, shot);
    await emptyDatabase(driver);
    await generate(driver, MADE_UP);
    await warm(new Graph(driver)); // as a server does that starts on this graph
    for (const shot of LARGE) await shoot(browser, server.url, shot);
  } finally {
    await browser.close();
    await server.stop(0);
  }
});
