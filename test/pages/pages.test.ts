/** Pages over HTTP and in a browser, from a real graph. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Listening } from '../../src/http/server.ts';
import { importEcfr } from '../../src/import/ecfr/import.ts';
import { ask } from '../setup/ask.ts';
import { hasRealData, REAL, realFile } from '../setup/real-data.ts';
import { serveGraph } from '../setup/server.ts';
import { testGraph } from '../setup/test-graph.ts';
import { testAbsent } from './absent.ts';
import { testInBrowser } from './browser.ts';
import { testEvery } from './every.ts';
import { fillPages } from './fixture.ts';
import { testKinds } from './kinds.ts';
import { lawOf, lettersOf, page, type Site } from './site.ts';
import { testSitemap } from './sitemap.ts';

const { graph, driver, fill } = testGraph();
fill(() => fillPages(driver()));

let statements = 0;
let server: Listening;
beforeAll(async () => {
  const counted = graph();
  const read = counted.read.bind(counted);
  counted.read = (...args) => {
    // Each page also asks for the version of the data, which decides whether it can be kept.
    if (!/MATCH \(\w+:Import\)/.test(args[0])) statements += 1;
    return read(...args);
  };
  server = await serveGraph(counted, { REQUEST_TIMEOUT_MS: '60000' });
});
afterAll(() => server.stop());

const site: Site = { url: () => server.url, graph, statements: () => statements };
testKinds(site);
testEvery(site);
testAbsent(site);
testSitemap(site);
testInBrowser(site);

describe.skipIf(!hasRealData)('the official text of Part 171', () => {
  beforeAll(async () => {
    const { file, asOf } = REAL.excerpt;
    await importEcfr(driver(), undefined, { files: [realFile(file)], asOf, today: asOf });
  });

  test.each(['171.201', '171.203', '171.303'])(
    '§ %s stands word for word, with its definitions in force',
    async (section) => {
      const markup = await page(site, `/regulation/45-CFR-${section}`);
      const { regulation } = await ask(graph(), `{ regulation(citation: "${section}") { fullText } }`);
      expect(lettersOf(lawOf(markup))).toBe(regulation.fullText.replace(/\s/g, ''));
      const cards = [...markup.matchAll(/<div id="card-[^"]*" class="card">[\s\S]*?<\/div>/g)].map(([card]) => card);
      expect(cards.filter((card) => /Defined in <a[^>]*>§ 171\.102\([A-Z][^()]*\)<\/a>/.test(card))).not.toEqual([]);
    },
  );
});
