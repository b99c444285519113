/** What is no eCFR XML is refused, with the place, and nothing is written. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importEcfr } from '../../../src/import/ecfr/import.ts';
import { ImportError } from '../../../src/store/errors.ts';
import { counts } from '../../../src/store/status.ts';
import { testAddress } from '../../setup/graph.ts';
import { testGraph } from '../../setup/test-graph.ts';

const { driver } = testGraph();
const { database } = testAddress();
const sound = fileURLToPath(new URL('golden/strings.xml', import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glossograph-ecfr-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const PART =
  '<DIV5 N="7" TYPE="PART" NODE="99:1">\n<HEAD>PART 7—X</HEAD>\n<DIV8 N="7.1" TYPE="SECTION"><HEAD>§ 7.1 X.</HEAD>';

describe('refused', () => {
  test.each([
    ['malformed', `${PART}\n<P>a & b</P></DIV8></DIV5>`, /malformed\.xml:4:\d+: /],
    ['crossed', `${PART}\n<P>a <I>b</P></I></DIV8></DIV5>`, /crossed\.xml:4:\d+: .*unexpected close tag/],
    ['truncated', `${PART}\n<P>a</P>`, /truncated\.xml:4:\d+: unclosed tag/],
    ['foreign', '<html><body>no law</body></html>', /foreign\.xml:1:\d+: The file is not eCFR XML.*<DIV1>/],
    ['text', 'plain text', /text\.xml:1:\d+: /],
    ['empty', '', /empty\.xml:1:\d+: The file is not eCFR XML/],
    ['hollow', '<ECFR></ECFR>', /hollow\.xml:1:\d+: The file has no section/],
    ['titleless', `${PART.replace(' NODE="99:1"', '')}</DIV8></DIV5>`, /titleless\.xml:3:\d+: .*--title/],
    [
      'inside-out',
      `${PART}<DIV6 N="A" TYPE="SUBPART"></DIV6></DIV8></DIV5>`,
      /must not be inside a division with the level "section"/,
    ],
  ])('%s', async (name, xml, message) => {
    const file = join(folder, `${name}.xml`);
    await writeFile(file, xml);
    // The sound file before it is taken back, too.
    const imported = importEcfr(driver(), database, { files: [sound, file], asOf: '2026-01-01', today: '2026-01-01' });
    await expect(imported).rejects.toThrow(ImportError);
    await expect(imported).rejects.toThrow(message);
    expect((await counts(driver(), database)).entities.REGULATION).toBe(0);
  });

  test('a file that does not exist', async () => {
    const files = [join(folder, 'nowhere.xml')];
    await expect(importEcfr(driver(), database, { files, today: '2026-01-01' })).rejects.toThrow(
      /cannot be read \(error code ENOENT\)/,
    );
  });
});
