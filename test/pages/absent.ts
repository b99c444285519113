/** Pages that do not exist. */
import { describe, expect, test } from 'vitest';
import { Graph, openDriver } from '../../src/graph/connect.ts';
import { serveGraph } from '../setup/server.ts';
import { get, type Site, textOf } from './site.ts';

/** Registers the tests. */
export function testAbsent(site: Site): void {
  describe('a page that does not exist', () => {
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

    test('links a provision that was not in force on the day to its current text', async () => {
      const response = await get(site, '/regulation/99-CFR-7.2(a)(1)?asOf=2026-02-01');
      const markup = await response.text();
      expect(response.status).toBe(404);
      expect(textOf(markup)).toContain('is not known to have existed on February 1, 2026');
    });

    test('says so if nothing similar is known, and escapes what was asked', async () => {
      const response = await get(site, `/term/${encodeURIComponent('<b>qqqqzzzz</b>')}`);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('&lt;b>qqqqzzzz&lt;');
    });

    test.each([
      ['/regulation/45-CFR-171?asOf=2026-02-30', 'asOf: must be a real calendar date, such as 2026-01-31'],
      ['/standard/large?after=made-up', 'after: must be a cursor from a page of the same list'],
      ['/term/%E0%A4', 'address: must be percent-encoded UTF-8'],
    ])('%s: %s', async (path, message) => {
      const response = await get(site, path);
      expect([response.status, textOf(await response.text())]).toEqual([400, expect.stringContaining(message)]);
    });

    test('a database that does not answer has a page, too', async () => {
      const closed = new Graph(openDriver({ uri: 'bolt://127.0.0.1:9', user: 'neo4j', password: 'none' }));
      const cut = await serveGraph(closed);
      const response = await fetch(`${cut.url}/term/ehr`);
      expect([response.status, textOf(await response.text())]).toEqual([
        503,
        expect.stringContaining('The database is not available'),
      ]);
      await cut.stop();
      await closed.close();
    });

    test('leaves other paths alone', async () => {
      for (const path of ['/term', '/term/', '/terms/ehr', '/pages/']) expect((await get(site, path)).status).toBe(404);
    });
  });
}
