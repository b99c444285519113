/** The site as browsers show it: every page at every width, in both themes, with and without JavaScript, and in print. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { writeImport } from '../../src/store/write.ts';
import { openBrowser } from '../setup/browser.ts';
import { seedPart } from '../setup/seed.ts';
import { testGraph } from '../setup/test-graph.ts';
import { importTwoEditions } from '../setup/two-editions.ts';
import { fillHarbors } from './harbors.ts';
import { fillLighthouses } from './lighthouses.ts';
import { testPrint } from './looks/print.ts';
import { testReading } from './looks/reading.ts';
import { testWalk } from './looks/walk.ts';
import { testWithout } from './looks/without.ts';
import { servedSite } from './served.ts';
import { fillStandards } from './standard-fixture.ts';

const { graph, driver, fill } = testGraph();
/** The part of the seed that the pages of the walk show: the whole would take longer than the walk. */
const SHOWN =
  /^(Regulation:45-CFR-(171|170\.213)|Rule:89-FR-|Term:(information-blocking|emr-vs-ehr|eh[ri]|keeper|oauth-2-0)$|Alias:|Standard:(uscdi|oauth)|Organization:|Statute:)/;

fill(async () => {
  await writeImport(driver(), undefined, { origin: 'seed', records: await seedPart(SHOWN) });
});
fill(() => fillStandards(driver(), 'standards'));
fill(() => fillHarbors(driver()));
fill(async () => {
  await fillLighthouses(driver());
  await importTwoEditions(driver());
});

const site = servedSite(graph, { PUBLIC_URL: 'https://terms.example' });
let opened: Browser | undefined;
beforeAll(async () => {
  opened = await openBrowser();
});
afterAll(() => opened?.close());
const browser = (): Browser => {
  if (opened === undefined) throw new Error('the browser is open inside tests only');
  return opened;
};

testWalk(site, browser);
testReading(site, browser);
testWithout(site, browser);
testPrint(site, browser);
