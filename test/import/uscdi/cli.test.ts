/** `glossograph import uscdi`, as people run it. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { writeImport } from '../../../src/store/write.ts';
import { glossograph } from '../../setup/command-line.ts';
import { testAddress } from '../../setup/graph.ts';
import { testGraph } from '../../setup/test-graph.ts';
import { FHIR, fhirRecords, GUIDE, guideRecords } from './guide.ts';

const { driver } = testGraph();
const { uri, user, password, database } = testAddress();
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const table = at('golden/commas.csv');

async function run(...args: string[]): Promise<{ code: number | null; said: string }> {
  const child = glossograph(['import', 'uscdi', ...args], {
    ...process.env,
    LOG_LEVEL: 'silent',
    NEO4J_URI: uri,
    NEO4J_USER: user,
    NEO4J_PASSWORD: password,
    ...(database !== undefined && { NEO4J_DATABASE: database }),
  });
  let said = '';
  child.stdout?.on('data', (chunk) => (said += chunk));
  child.stderr?.on('data', (chunk) => (said += chunk));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, said };
}

describe('the summary', () => {
  test('states what to import when nothing was joined', async () => {
    const unnamed = await run(table, '--version', 'v3', '--dry-run');
    expect(unnamed.code).toBe(0);
    expect(unnamed.said).toContain(
      'The import is valid: USCDI v3: 2 data classes, 5 data elements. Nothing was written',
    );
    expect(unnamed.said).toMatch(/no implementation guide was specified.* --guide/);
    const absent = await run(table, '--version', 'v3', '--guide', GUIDE);
    expect(absent.code).toBe(0);
    expect(absent.said).toContain('Imported USCDI v3: 2 data classes, 5 data elements; data version ');
    expect(absent.said).toContain(
      `the profiles of ${GUIDE} are not in the graph. Import the guide, and then run this command again`,
    );
  });

  test('states the share that was joined, and explains every miss', async () => {
    await writeImport(driver(), database, { origin: `fhir:${FHIR}`, records: fhirRecords() });
    await writeImport(driver(), database, { origin: `fhir:${GUIDE}`, records: guideRecords() });
    const { said } = await run(table, '--version', 'v3', '--guide', GUIDE);
    expect(said).toContain('fhir_path: 8 of 11 (72.7%) matched');
    expect(said).toContain('profiles and extensions: 7 of 8 (87.5%) matched');
    expect(said).toContain('not matched (kept as text): 4');
    expect(said).toContain(
      `row 7, column fhir_path: "Flyer.nmae": ${FHIR}/Flyer has no element named "nmae"; the most similar name is "name"`,
    );
    expect(said).toMatch(
      /row 8, column uscore_profile: "Kite Core Pilot Profile": .*the name does not match any profile or extension in/,
    );
    expect((await run(table, '--version', 'v3', '--guide', GUIDE)).said).toMatch(/✓ USCDI v3: .*: no changes;/);
  });
});

describe('refused', () => {
  test.each([
    [[table], /required option '--version <version>'/],
    [[table, '--version', '3'], /--version: must be a USCDI version from v1 to v9, .*such as v3 or v3\.1, not "3"/],
    [
      [table, '--version', 'v3', '--guide', 'us-core'],
      /--guide: must be an implementation guide and its version.*not "us-core"/,
    ],
    [[at('guide.ts'), '--version', 'v3'], /guide\.ts:\d+: The file is not (valid CSV|a USCDI table)/],
  ])('%j', async (args, message) => {
    const { code, said } = await run(...args);
    expect(code).toBe(1);
    expect(said).toMatch(message);
    expect(said).not.toMatch(/^\s+at /m);
  });
});
