/**
 * `npm run screenshots`: the site as people see it, into docs/pictures: pages and the explorer with the seed, and a large picture of
 * a made-up graph, with the time from navigation to the first picture. Look at them after a change of how things look.
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

const DARK = { viewport: WIDE, colorScheme: 'dark' } as const;
const NARROW = { viewport: { width: 360, height: 740 } };
const PAGES: Shot[] = [
  { name: 'front', path: '/', options: { viewport: WIDE }, quality: 80, rounds: 2 },
  { name: 'term-dark', path: '/term/information-blocking', options: DARK, quality: 80, rounds: 2 },
  { name: 'adopted', path: '/adopted?on=2026-06-01&for=us-core', options: { viewport: WIDE }, quality: 80, rounds: 2 },
  { name: 'term-narrow', path: '/term/emr-vs-ehr', options: NARROW, quality: 80, rounds: 2 },
];
const EXPLORER: Shot[] = [
  {
    ...{ name: 'explorer', path: '/explore?of=Term%3Aemr-vs-ehr&limit=15&depth=1&see=Term%3Aemr-vs-ehr', quality: 80 },
    ...{ options: { viewport: WIDE }, rounds: 3 },
  },
  {
    ...{ name: 'explorer-path-dark', path: '/explore?from=Term%3Aemr-vs-ehr&to=Organization%3Ahl7', quality: 80 },
    ...{ options: DARK, rounds: 1 },
  },
];
const LARGE: Shot[] = [
  { name: 'nodes-2000', path: '/explore?graph=2000', options: { viewport: WIDE }, quality: 60, rounds: 3 },
];

async function shootPage(browser: Browser, url: string, { name, path, options, quality, rounds }: Shot): Promise<void> {
  const page = await browser.newPage(options);
  for (let round = 0; round < rounds; round++)
    await page.goto(url + path, { waitUntil: 'networkidle', timeout: 90_000 });
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.jpg`, FOLDER)), type: 'jpeg', quality });
  console.log(`${name}: ${path}`);
  await page.close();
}

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
    for (const shot of PAGES) await shootPage(browser, server.url, shot);
    for (const shot of EXPLORER) await shoot(browser, server.url, shot);
    await emptyDatabase(driver);
    await generate(driver, MADE_UP);
    await warm(new Graph(driver)); // as a server does that starts on this graph
    for (const shot of LARGE) await shoot(browser, server.url, shot);
  } finally {
    await browser.close();
    await server.stop(0);
  }
});
