/** What is said where there is no page. */
import { describe, expect, test } from 'vitest';
import { Graph, openDriver } from '../../src/graph/connect.ts';
import { serveGraph } from '../setup/server.ts';
import { get, type Site, textOf } from './site.ts';

/** Registers the tests. */
export function testAbsent(site: Site): void {
  describe('where there is no page', () => {
    test.each([
      ['/term/interoperabilty', 'Interoperability'],
      ['/term/emr-vs-her', 'EMR vs EHR'],
      ['/regulation/45-CFR-171.103(z)', '45 CFR 171.103'],
      ['/regulation/information-blocking', 'Information blocking'],
      ['/standard/us-kore', 'US Core'],
      ['/organization/hl8', 'HL7'],
    ])('%s: did you mean %s', async (path, meant) => {
      const response = await get(site, path);
      const text = textOf(await response.text());
      expect(response.status).toBe(404);
      expect(text).toContain('Did you mean');
      expect(text).toContain(meant);
    });

    test('a provision that did not stand on that day leads to how it reads now', async () => {
      const response = await get(site, '/regulation/99-CFR-7.2(a)(1)?asOf=2026-02-01');
      const markup = await response.text();
      expect(response.status).toBe(404);
      expect(textOf(markup)).toContain('did not stand on February 1, 2026');
    });

    test('nothing like it is known: it says so, and what was asked stays text', async () => {
      const response = await get(site, `/term/${encodeURIComponent('<b>qqqqzzzz</b>')}`);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('&lt;b&gt;qqqqzzzz&lt;');
    });

    test.each([
      ['/regulation/45-CFR-171?asOf=2026-02-30', 'asOf: a real calendar date, such as 2026-01-31'],
      ['/standard/large?after=made-up', 'after: must be a cursor that this list returned before'],
      ['/term/%E0%A4', 'address: percent-encoded UTF-8'],
    ])('%s: %s', async (path, message) => {
      const response = await get(site, path);
      expect([response.status, textOf(await response.text())]).toEqual([400, expect.stringContaining(message)]);
    });

    test('a database that does not answer is a page, too', async () => {
      const closed = new Graph(openDriver({ uri: 'bolt://127.0.0.1:9', user: 'neo4j', password: 'none' }));
      const cut = await serveGraph(closed);
      const response = await fetch(`${cut.url}/term/ehr`);
      expect([response.status, textOf(await response.text())]).toEqual([
        503,
        expect.stringContaining('The database does not answer'),
      ]);
      await cut.stop();
      await closed.close();
    });

    test('other paths are not ours', async () => {
      for (const path of ['/term', '/term/', '/terms/ehr', '/pages/']) expect((await get(site, path)).status).toBe(404);
    });
  });
}
