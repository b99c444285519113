/**
 * A walk over the pages of all real law: no page and no feed says "since", "until", or "in force" of a day on which a text
 * was only seen.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Listening } from '../../src/http/server.ts';
import { importEcfr } from '../../src/import/ecfr/import.ts';
import { checkSeed } from '../../src/import/seed/index.ts';
import { groupBy } from '../../src/model/group.ts';
import { writeImport } from '../../src/store/write.ts';
import { ask } from '../setup/ask.ts';
import { testAddress } from '../setup/graph.ts';
import { hasRealData, realFile } from '../setup/real-data.ts';
import { serveGraph } from '../setup/server.ts';
import { testGraph } from '../setup/test-graph.ts';
import { rounds, sampleOf } from '../setup/thorough.ts';

const { driver, graph, empty } = testGraph();
const { database } = testAddress();

/** The editions of a file's name, such as `45-171.2020-05-01.partial.derived.xml`: the part and the day. */
const EDITION = /^(\d+-\d+)\.(?:bulk\.)?(\d{4}-\d{2}(?:-\d{2})?)\b/;
const EDITIONS = (hasRealData ? readdirSync(realFile('.')) : [])
  .flatMap((file) => {
    const [, part, day = ''] = EDITION.exec(file) ?? [];
    return part === undefined ? [] : [{ file, part, asOf: day.length === 7 ? `${day}-01` : day }];
  })
  .sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
/** Two editions of a part tell as many kinds of dates as five. */
const BY_PART = groupBy(EDITIONS, ({ part }) => part);
const FIRST_AND_LAST = sampleOf([...BY_PART.values()], 2)
  .flatMap((some) => (some.length > 2 ? [some[0], some.at(-1)] : some))
  .filter((one) => one !== undefined);

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
/** A word that tells the law's days, and the day, as a person reads it once the tags are gone. */
const TOLD = new RegExp(
  `\\b(since|until|from|in force(?: on)?)\\s+((?:${MONTHS}) \\d{1,2}, \\d{4}|\\d{4}-\\d{2}-\\d{2})`,
  'gi',
);
const toldIn = (page: string) =>
  [...page.replace(/<[^>]*>/g, ' ').matchAll(TOLD)].map(([, word = '', written = '']) => ({
    word,
    day: new Date(`${written}${written.includes(',') ? ' UTC' : ''}`).toISOString().slice(0, 10),
  }));
/** What a page tells outside of its text: the descriptions for search engines and links, and JSON-LD. */
const attributesOf = (page: string) => [...page.matchAll(/content="([^"]*)"/g)].map(([, text]) => text).join('\n');

describe.skipIf(!hasRealData)('the pages of all real law', { timeout: 600_000 }, () => {
  let server: Listening;
  beforeAll(async () => {
    await empty();
    const { records } = await checkSeed(fileURLToPath(new URL('../../seed', import.meta.url)));
    await writeImport(driver(), database, { origin: 'seed', records });
    for (const { file, asOf } of FIRST_AND_LAST)
      await importEcfr(driver(), database, { files: [realFile(file)], asOf, today: '2026-11-28', yes: true });
    server = await serveGraph(graph());
  }, 600_000);
  afterAll(async () => {
    await server?.stop();
    await empty();
  });

  /** The ids of all provisions that have a page of their own, and of the terms that the law defines. */
  async function pages(): Promise<string[]> {
    const asked = (field: string) =>
      `query ($after: String) { list: ${field}(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id } } } }`;
    const ids: string[] = [];
    for (const field of ['regulations', 'terms']) {
      for (let after: string | null = null; ; ) {
        const { list } = await ask(graph(), asked(field), { after });
        ids.push(...list.edges.map(({ node }: { node: { id: string } }) => node.id));
        if (!list.pageInfo.hasNextPage) break;
        after = list.pageInfo.endCursor;
      }
    }
    // A paragraph shows the versions of its section, and every fourth term is enough.
    return ids.filter((id, i) => (id.startsWith('Term:') ? i % 4 === 0 : !/\(.*\)$/.test(id)));
  }

  /** The days of editions on which no rule took effect: nothing but the reading of a text happened on them. */
  async function daysOfReading(): Promise<Set<string>> {
    const { records } = await driver().executeQuery('MATCH (rule:Rule) RETURN DISTINCT rule.effectiveOn AS day');
    const amendments = await driver().executeQuery('MATCH ()-[edge:AMENDS]->() RETURN DISTINCT edge.validFrom AS day');
    const ofLaw = new Set([...records, ...amendments.records].map((record) => record.get('day')));
    return new Set(FIRST_AND_LAST.map(({ asOf }) => asOf).filter((day) => !ofLaw.has(day)));
  }

  test('say since when and until when only of days of the law', async () => {
    const firstEditions = [...groupBy(EDITIONS, ({ part }) => part)].map(
      ([part, [first]]) => [part, first?.asOf] as const,
    );
    const before = new Map(firstEditions);
    const read = await daysOfReading();
    expect(read.size).toBeGreaterThan(rounds(3, 8));
    let told = 0;
    const wrong: string[] = [];
    const note = (place: string, text: string) => {
      for (const { word, day } of toldIn(text)) {
        told += 1;
        if (read.has(day)) wrong.push(`${place}: ${word} ${day}`);
      }
    };
    for (const id of sampleOf(await pages(), 7)) {
      const [, kind = '', name = ''] = /^(\w+):(.*)$/.exec(id) ?? [];
      const part = /^(\d+)-CFR-(?:PART-)?(\d+)/i.exec(name);
      const first = part ? before.get(`${part[1]}-${part[2]}`) : undefined;
      for (const day of ['', ...(first === undefined ? [] : [`?asOf=${first}`])]) {
        const place = `/${kind.toLowerCase()}/${encodeURIComponent(name)}${day}`;
        const page = await (await fetch(`${server.url}${place}`)).text();
        // Authors state days of the law on the pages of terms, from sources of their own.
        const derived = page.replace(
          /<section[^>]*aria-labelledby="(?:section-\d+|takeaways)"[\s\S]*?<\/section>/g,
          '',
        );
        note(place, derived);
        note(`${place} (descriptions)`, attributesOf(page));
      }
    }
    for (const feed of ['/changes.atom', '/changes.json'])
      note(feed, await (await fetch(`${server.url}${feed}`)).text());
    expect(wrong).toEqual([]);
    expect(told).toBeGreaterThan(rounds(30, 300));
  });
});
