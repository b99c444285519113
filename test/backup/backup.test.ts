/** A backup is everything in a graph, and a restore makes the same graph again. */
import { readdirSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import neo4j, { type Plan } from 'neo4j-driver';
import { afterAll, describe, expect, test } from 'vitest';
import { backup } from '../../cypher/backup/index.ts';
import { verifyBackup } from '../../src/backup/read-file.ts';
import { restoreBackup } from '../../src/backup/restore.ts';
import { refuseUnfinishedRestore } from '../../src/backup/unfinished.ts';
import { type BackupOptions, writeBackup } from '../../src/backup/write-file.ts';
import { migrate, migrationOf, readMigrations } from '../../src/graph/migrate.ts';
import { run } from '../../src/graph/run.ts';
import { inSession } from '../../src/graph/session.ts';
import type { Statement } from '../../src/graph/statement.ts';
import { raiseVersion } from '../../src/graph/version.ts';
import { STORED_NODES } from '../../src/model/stored-nodes.ts';
import { resetGraph } from '../../src/store/reset.ts';
import { ask } from '../setup/ask.ts';
import { all, exportRecords } from '../setup/exported.ts';
import { testAddress } from '../setup/graph.ts';
import { fillDisk, onSmallDisk, SMALL_DISKS } from '../setup/small-disk.ts';
import { testGraph } from '../setup/test-graph.ts';
import { loadEverything, ODD_VALUES } from './everything.ts';

const { driver, graph, fill, empty } = testGraph();
const { database } = testAddress();
const folder = await mkdtemp(join(tmpdir(), 'glossograph-backup-'));
afterAll(() => rm(folder, { recursive: true }));
fill(() => loadEverything(driver(), database));

const path = (name: string) => join(folder, name);
const known = readMigrations();
const make = (name: string, options: BackupOptions = {}) =>
  writeBackup(testAddress(), path(name), { force: true, ...options });
const restore = async (name: string, migrations = known) => {
  const file = await verifyBackup(path(name), migrations);
  return restoreBackup(driver(), database, file, { known: migrations });
};
const exported = async () => (await all(exportRecords(driver(), database))).join('');
const write = (text: string) =>
  inSession(driver(), database, 'WRITE', (session) =>
    session.executeWrite(async (tx) => {
      await tx.run(text);
      await raiseVersion(tx);
    }),
  );
/** The types of the values, as Neo4j names them. */
const typesOf = async (match: string, names: readonly string[]) => {
  const types = names.map((name) => `valueType(node.${name})`).join(', ');
  const { records } = await driver().executeQuery(
    `${match} RETURN [${types}] AS types`,
    {},
    database ? { database } : {},
  );
  return records[0]?.get('types');
};

describe('a backup', () => {
  test('contains nodes of every label', async () => {
    const { header } = await make('first', { vectors: true });
    expect(Object.entries(header.nodes).filter(([, count]) => count === 0)).toEqual([]);
    expect(header.relations).toBeGreaterThan(50);
  });

  test('is a gzip file of JSON Lines, and the same graph always gives the same bytes', async () => {
    await make('first');
    await make('second');
    const bytes = await readFile(path('first'));
    expect(bytes.equals(await readFile(path('second')))).toBe(true);
    const lines = gunzipSync(bytes).toString('utf8').trim().split('\n');
    for (const line of lines) JSON.parse(line);
    const { header, trailer } = await verifyBackup(path('first'), known);
    expect(lines.length).toBe(trailer.nodes + trailer.relations + 2);
    expect(header.migrations.map(({ name }) => name)).toEqual(known.map(({ name }) => name));
  });

  test('does not replace a file unless it is told to', async () => {
    await make('first');
    const before = await readFile(path('first'));
    await expect(make('first', { force: false })).rejects.toMatchObject({
      code: 'EXISTS',
      message: expect.stringMatching(/--force/),
    });
    await expect(writeBackup(testAddress(), folder, { force: true })).rejects.toMatchObject({ code: 'EXISTS' });
    expect(before.equals(await readFile(path('first')))).toBe(true);
    await expect(writeBackup(testAddress(), path('no/such/folder'))).rejects.toMatchObject({
      code: 'NO_FILE',
      message: expect.stringMatching(/ENOENT/),
    });
  });

  test('starts over if the graph changes, and gives up after three attempts without touching the old file', async () => {
    await make('first');
    const before = await readFile(path('first'));
    let changes = 1;
    const change = () => {
      if (changes > 0)
        changing.push(write("MATCH (node:Term {id: 'Term:fhir'}) SET node.changes = coalesce(node.changes, 0) + 1"));
      changes -= 1;
    };
    const changing: Promise<unknown>[] = [];
    let restarts = 0;
    const onRestart = () => (restarts += 1);
    // The page during which the change is made has been read, so the change must be noticed by the version.
    await make('changed', { onProgress: change, onRestart });
    expect(restarts).toBe(1);
    await Promise.all(changing);
    await make('after');
    expect((await readFile(path('changed'))).equals(await readFile(path('after')))).toBe(true);

    changes = Number.POSITIVE_INFINITY;
    await expect(make('first', { onProgress: change, onRestart })).rejects.toMatchObject({
      code: 'CHANGED',
      message: expect.stringMatching(/3 attempts/),
    });
    await Promise.all(changing);
    expect(before.equals(await readFile(path('first')))).toBe(true);
    expect(await readdir(folder)).not.toContain('first.part');
  });

  test.skipIf(!SMALL_DISKS)('leaves nothing on a full disk, and keeps the old file', async () => {
    await onSmallDisk(1, async (disk) => {
      const file = join(disk, 'backup');
      await writeFile(file, 'old');
      fillDisk(join(disk, 'filling'));
      const failing = writeBackup(testAddress(), file, { force: true });
      await expect(failing).rejects.toMatchObject({ code: 'NO_FILE', message: expect.stringMatching(/disk is full/) });
      expect(await readdir(disk)).toEqual(['backup', 'filling']);
      expect(await readFile(file, 'utf8')).toBe('old');
    });
  });
});

describe('a restore', () => {
  test('makes the same graph again, value by value', async () => {
    const options = { vectors: true };
    await make('first', options);
    const [lines, odd, vector] = [
      await exported(),
      await typesOf("MATCH (node:Term {id: 'Term:ehr'})", Object.keys(ODD_VALUES)),
      await typesOf("MATCH (node:OwnPassage {id: 'Term:ehr 1'})", ['vector', 'nth', 'weight']),
    ];
    await empty();
    expect(await restore('first')).toEqual({ applied: [] });
    await make('second', options);
    expect((await readFile(path('first'))).equals(await readFile(path('second')))).toBe(true);
    expect(await exported()).toBe(lines);
    expect(await typesOf("MATCH (node:Term {id: 'Term:ehr'})", Object.keys(ODD_VALUES))).toEqual(odd);
    expect(odd).toContain('LIST<FLOAT NOT NULL> NOT NULL');
    expect(await typesOf("MATCH (node:OwnPassage {id: 'Term:ehr 1'})", ['vector', 'nth', 'weight'])).toEqual(vector);
    expect(await migrate(driver(), database)).toEqual({ applied: [] });
  });

  test('leaves vectors out unless the backup has them', async () => {
    const { header } = await make('small');
    expect(header.nodes.Passage).toBe(0);
    await empty();
    await restore('small');
    await make('second', { vectors: true });
    expect((await verifyBackup(path('second'), known)).header.nodes.Passage).toBe(0);
    await empty();
    await restore('first');
  });

  test('refuses a graph with data, and changes nothing', async () => {
    const lines = await exported();
    await expect(restore('first')).rejects.toMatchObject({
      code: 'NOT_EMPTY',
      message: expect.stringMatching(/reset --yes/),
    });
    expect(await exported()).toBe(lines);
    await refuseUnfinishedRestore({ driver: driver(), database });
  });

  test('that is interrupted leaves a graph that commands refuse, and the next restore completes it', async () => {
    const lines = await exported();
    const file = await verifyBackup(path('first'), known);
    const interrupted = {
      ...file,
      async *lines() {
        let pages = 0;
        for await (const page of file.lines()) {
          if (pages++ === 1) throw new Error('the power failed');
          yield page;
        }
      },
    };
    await empty();
    const failing = restoreBackup(driver(), database, interrupted);
    await expect(failing).rejects.toMatchObject({
      code: 'FAILED',
      message: expect.stringMatching(/the power failed\. The graph is incomplete/),
    });
    const refused = expect.objectContaining({
      code: 'UNFINISHED',
      message: expect.stringMatching(/restore FILE.*reset --yes/),
    });
    await expect(refuseUnfinishedRestore({ driver: driver(), database })).rejects.toEqual(refused);
    expect(await inSession(driver(), database, 'READ', (session) => run(session, backup.state, {}))).toEqual([
      { holds: true, unfinished: true },
    ]);

    let told = 0;
    await restoreBackup(driver(), database, file, { onUnfinished: () => (told += 1) });
    expect(told).toBe(1);
    expect(await exported()).toBe(lines);
    await refuseUnfinishedRestore({ driver: driver(), database });
  });

  test('of which another is still running is refused', async () => {
    const file = await verifyBackup(path('first'), known);
    await empty();
    let other: unknown;
    await restoreBackup(driver(), database, {
      ...file,
      async *lines() {
        other = await restoreBackup(driver(), database, file, { busyMs: 1_000 }).catch((error) => error);
        yield* file.lines();
      },
    });
    expect(other).toMatchObject({ code: 'BUSY' });
  });

  test('applies migrations that are newer than the backup', async () => {
    const newer = migrationOf('9998-counted.cypher', 'MATCH (node:Term) SET node.migrated = true;');
    await empty();
    expect(await restore('first', [...known, newer])).toEqual({ applied: ['9998-counted'] });
    const [row] = (await driver().executeQuery('MATCH (node:Term) RETURN count(node) = count(node.migrated) AS whole'))
      .records;
    expect(row?.get('whole')).toBe(true);

    await make('newer');
    await expect(verifyBackup(path('newer'), known)).rejects.toMatchObject({
      code: 'VERSION',
      message: expect.stringMatching(/9998-counted.*Update/),
    });
    await empty(); // the newer migration remains, and the restore takes it back
    await restore('first');
    expect((await driver().executeQuery('MATCH (node:Migration {number: 9998}) RETURN node')).records).toEqual([]);
  });
});

test('a backup that was made with version 1 of the format can be restored, and its graph answers', async () => {
  await empty();
  const file = await verifyBackup('test/backup/format-1.backup.gz', known);
  expect(file.header).toMatchObject({ version: 1, glossograph: '0.2.0', relations: 410 });
  const { applied } = await restoreBackup(driver(), database, file);
  expect(applied).toEqual(known.filter(({ number }) => number > 15).map(({ name }) => name));
  const query = '{ term(slug: "emr-vs-ehr") { name relatedTerms { edges { node { name } } } } }';
  const { term } = await ask(graph(), query);
  expect(term.name).toBe('EMR vs EHR');
  expect(JSON.stringify(term.relatedTerms)).toContain('"name":"EHR"');
});

describe('the statements', () => {
  const all = Object.values(backup).flatMap((one): Statement[] =>
    'text' in one ? [one as Statement] : Object.values(one),
  );

  test('have a name for every file', () => {
    const files = readdirSync('cypher/backup').filter((name) => name.endsWith('.cypher'));
    expect([...new Set(all.map(({ name }) => `${name.replace('backup/', '')}.cypher`))].sort()).toEqual(files.sort());
  });

  test('are accepted by Neo4j without a notification, and read pages in index order', async () => {
    await empty();
    await loadEverything(driver(), database);
    const { uri, user, password } = testAddress();
    const noticing = neo4j.driver(uri, neo4j.auth.basic(user, password));
    const session = noticing.session(database === undefined ? {} : { database });
    const row = { properties: {}, vector: [] };
    const given = { ...{ rows: [row], types: ['x'], from: '', after: '' }, limit: neo4j.int(9) };
    await session.run(backup.begin.text);
    for (const { name, text } of all) {
      const { summary } = await session.run(`EXPLAIN ${text}`, { given });
      expect([name, summary.gqlStatusObjects.filter(({ isNotification }) => isNotification)]).toEqual([name, []]);
      // The other groups are small beside these.
      if (text === backup.nodes.Entity.text || name === 'backup/relations')
        expect([
          text,
          operatorsOf(summary.plan).filter((one) => /^(Sort|Top|AllNodesScan|NodeByLabelScan)@/.test(one)),
        ]).toEqual([text, []]);
    }
    await session.run(backup.unmark.text);
    await noticing.close();
  });
});

const operatorsOf = (plan: Plan | false): string[] =>
  plan === false ? [] : [plan.operatorType, ...plan.children.flatMap(operatorsOf)];

test('a reset removes everything that a backup contains', async () => {
  await resetGraph(driver(), database);
  const labels = STORED_NODES.map(({ label }) => label).join('|');
  const { records } = await driver().executeQuery(
    `MATCH (node:${labels}|UnfinishedRestore) RETURN DISTINCT labels(node) AS labels`,
  );
  expect(records.map((record) => record.get('labels'))).toEqual([]);
  await migrate(driver(), database);
  expect((await stat(path('first'))).size).toBeGreaterThan(1_000);
});
