/** A citation dangles only where the whole that would hold its target is known; else it waits. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { importEcfr } from '../../../src/import/ecfr/import.ts';
import { ask } from '../../setup/ask.ts';
import { testAddress } from '../../setup/graph.ts';
import { testGraph } from '../../setup/test-graph.ts';

const { driver, graph, empty } = testGraph();
const { database } = testAddress();
const folder = mkdtempSync(join(tmpdir(), 'glossograph-dangling-'));
beforeEach(() => empty());
afterAll(() => rmSync(folder, { recursive: true }));

const section = (number: string, text: string) =>
  `<DIV8 N="${number}" TYPE="SECTION"><HEAD>§ ${number} Boats.</HEAD><P>${text}</P></DIV8>`;
const part = (number: string, ...inside: string[]) =>
  `<DIV5 N="${number}" TYPE="PART"><HEAD>PART ${number}—BOATS</HEAD><DIV6 N="A" TYPE="SUBPART">
   <HEAD>Subpart A—Boats</HEAD>${inside.join('')}</DIV6></DIV5>`;
const title = (...parts: string[]) => `<DIV1 N="45" TYPE="TITLE"><HEAD>Title 45</HEAD>${parts.join('')}</DIV1>`;

let files = 0;
function take(xml: string, { asOf = '2026-01-05', complete }: { asOf?: string; complete?: boolean } = {}) {
  files += 1;
  const file = join(folder, `${files}.xml`);
  writeFileSync(file, `<?xml version="1.0"?>${xml}`);
  return importEcfr(driver(), database, { files: [file], title: 45, asOf, today: asOf, complete });
}
/** The citations that dangle in a section, and those that wait. */
async function citedIn(citation: string) {
  const { regulation } = await ask(
    graph(),
    'query ($citation: String!) { regulation(citation: $citation) { cites { targetCitation dangling target { id } } } }',
    { citation },
  );
  const cites: { targetCitation: string; dangling: boolean; target: object | null }[] = regulation.cites;
  const listed = (dangling: boolean) =>
    cites.filter((one) => one.dangling === dangling && !one.target).map((one) => one.targetCitation);
  return { dangling: listed(true), waiting: listed(false) };
}

const CITING = section('901.1', 'See subpart B of this part, § 901.88, § 901.1(c), and § 902.3.');
const SUBPART = '45 CFR Part 901 Subpart B';

test('in the file of a part, which can be an excerpt, only a paragraph of a section that is there can dangle', async () => {
  const { citations } = await take(part('901', CITING));
  expect(citations.dangling).toBe(1);
  await take(part('902', section('902.1', 'Sail.')));
  expect(await citedIn('45 CFR 901.1')).toEqual({
    dangling: ['45 CFR 901.1(c)'],
    waiting: [SUBPART, '45 CFR 901.88', '45 CFR 902.3'],
  });
});

test('a file of a title has its parts in full, so what they lack does not exist', async () => {
  const { citations } = await take(title(part('901', CITING), part('902', section('902.1', 'Sail.'))));
  expect(citations.dangling).toBe(4);
  expect(await citedIn('45 CFR 901.1')).toEqual({
    dangling: [SUBPART, '45 CFR 901.1(c)', '45 CFR 901.88', '45 CFR 902.3'],
    waiting: [],
  });
});

test.each([
  ['the citing part first', [0, 1]],
  ['the cited part first', [1, 0]],
])('a user can say that the file of a part is complete, %s', async (_, order) => {
  const steps = [
    () => take(part('901', CITING)),
    () => take(part('902', section('902.1', 'Sail.')), { complete: true }),
  ];
  for (const at of order) await steps[at]?.();
  expect(await citedIn('45 CFR 901.1')).toEqual({
    dangling: ['45 CFR 901.1(c)', '45 CFR 902.3'],
    waiting: [SUBPART, '45 CFR 901.88'],
  });
  // An excerpt of the same day takes nothing back.
  await take(part('902', section('902.1', 'Sail.')));
  expect((await citedIn('45 CFR 901.1')).dangling).toContain('45 CFR 902.3');
});

test('what a part lacked before the citing text began is not known to be absent after', async () => {
  await take(part('902', section('902.1', 'Sail.')), { asOf: '2020-01-01', complete: true });
  await take(part('901', CITING));
  expect((await citedIn('45 CFR 901.1')).waiting).toContain('45 CFR 902.3');
});

test('a run of reserved sections holds its members', async () => {
  const run = '<DIV8 N="902.2-902.999" TYPE="SECTION"><HEAD>§§ 902.2-902.999 [Reserved]</HEAD></DIV8>';
  await take(title(part('901', CITING), part('902', section('902.1', 'See § 902.50.'), run)));
  expect((await citedIn('45 CFR 901.1')).waiting).toEqual(['45 CFR 902.3']);
  expect((await citedIn('45 CFR 902.1')).waiting).toEqual(['45 CFR 902.50']);
});
