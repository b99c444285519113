/** What migrations promise: once each, finished after a crash, and never onto a graph that is not what we know. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { openDriver } from '../../src/graph/connect.ts';
import { type Migration, MigrationError, migrate, migrationOf, readMigrations } from '../../src/graph/migrate.ts';
import { resetGraph } from '../../src/store/reset.ts';
import { testAddress } from '../setup/graph.ts';
import { testGraph } from '../setup/test-graph.ts';

const { driver } = testGraph();
const { database } = testAddress();
const ask = async <Row extends object>(text: string): Promise<Row[]> => {
  const { records } = await driver().executeQuery(text, {}, database === undefined ? {} : { database });
  return records.map((record) => record.toObject() as Row);
};
const names = async () =>
  (await ask<{ name: string }>('SHOW INDEXES YIELD name, type WHERE type <> "LOOKUP" RETURN name ORDER BY name')).map(
    ({ name }) => name,
  );
const apply = (known: readonly Migration[]) => migrate(driver(), database, known);
const [constraints, indexes] = readMigrations();

describe('migrations', () => {
  beforeEach(async () => {
    await ask('MATCH (n:Migrated) DELETE n');
    await resetGraph(driver(), database);
  });
  afterAll(async () => {
    await ask('MATCH (n:Migrated) DELETE n');
    await resetGraph(driver(), database);
    await migrate(driver(), database); // as other files expect it
  });

  test('are applied once, recorded, and leave their indexes online', async () => {
    const known = readMigrations();
    const version = 'MATCH (version:GraphVersion) RETURN version.token AS token';
    expect(await ask(version)).toEqual([]); // so that no server keeps answers of a graph that was reset
    expect(await apply(known)).toEqual({ applied: known.map(({ name }) => name) });
    expect(await apply(known)).toEqual({ applied: [] });
    expect(await ask('MATCH (n:Migration) RETURN n.name AS name, n.sha256 AS sha256 ORDER BY n.number')).toEqual(
      known.map(({ name, sha256 }) => ({ name, sha256 })),
    );
    expect(await ask('SHOW INDEXES YIELD name, state WHERE state <> "ONLINE" RETURN name')).toEqual([]);
    expect(await names()).toContain('entity_names');
    expect(await ask(version)).toEqual([{ token: expect.any(String) }]);
  });

  test('are finished by the next run when one was cut short', async () => {
    if (!constraints) throw new Error('there is a first migration');
    const broken = {
      ...constraints,
      statements: [...constraints.statements.slice(0, 2), 'CREATE NONSENSE IF NOT EXISTS'],
    };
    await expect(apply([broken])).rejects.toThrow();
    expect(await names()).toHaveLength(2);
    expect(await ask('MATCH (n:Migration) RETURN n')).toEqual([]);
    expect(await apply(readMigrations())).toEqual({ applied: readMigrations().map(({ name }) => name) });
  });

  test('that write do it once, and not at all when one of their statements fails', async () => {
    const writes = migrationOf(
      '9001-writes.cypher',
      'CREATE (:Migrated {n: 1});\nMATCH (n:Migrated) SET n.n = n.n + 1;\n',
    );
    const failing = migrationOf('9002-fails.cypher', 'CREATE (:Migrated {n: 9});\nRETURN 1 / 0;\n');
    await expect(apply([...readMigrations(), writes, failing])).rejects.toThrow();
    expect(await ask('MATCH (n:Migrated) RETURN toFloat(n.n) AS n')).toEqual([{ n: 2 }]);
    expect(await apply([...readMigrations(), writes])).toEqual({ applied: [] });
    expect(await ask('MATCH (n:Migrated) RETURN toFloat(n.n) AS n')).toEqual([{ n: 2 }]);
  });

  test('several processes at once apply each of them once', async () => {
    const writes = migrationOf('9001-writes.cypher', 'CREATE (:Migrated {n: 1});\n');
    await apply(readMigrations());
    await Promise.all([1, 2, 3].map(() => apply([...readMigrations(), writes])));
    expect(await ask('MATCH (n:Migrated) RETURN count(n) = 1 AS once')).toEqual([{ once: true }]);
  });

  test('several processes that begin together on an empty database all come through, and apply each migration once', async () => {
    const others = Array.from({ length: 4 }, () => openDriver(testAddress()));
    const known = readMigrations().map(({ name }) => name);
    try {
      for (let round = 0; round < 4; round += 1) {
        await resetGraph(driver(), database);
        const started = performance.now();
        const results = await Promise.all(others.map((other) => migrate(other, database)));
        expect(performance.now() - started).toBeLessThan(10_000);
        expect(results.flatMap(({ applied }) => applied).sort()).toEqual(known);
        expect(await ask('MATCH (n) WHERE NOT n:Migration AND NOT n:GraphVersion RETURN labels(n) AS labels')).toEqual(
          [],
        ); // the lock is gone
      }
    } finally {
      await Promise.all(others.map((other) => other.close()));
    }
  }, 60_000);

  test('wait for a process that migrates, say so, and give up with a message', async () => {
    const session = driver().session({ defaultAccessMode: 'WRITE', ...(database !== undefined && { database }) });
    const told: string[] = [];
    try {
      await session.run('CREATE (:GlossographMigrationLock)');
      const held = session.beginTransaction();
      await held.run('MATCH (lock:GlossographMigrationLock) SET lock.held = true');
      const options = { patienceMs: 6_000, onWait: (what: string) => told.push(what) };
      await expect(migrate(driver(), database, readMigrations(), options)).rejects.toMatchObject({
        code: 'LOCKED',
        message: expect.stringContaining('Try again when the process has finished'),
      });
      expect(told).toEqual([expect.stringContaining('waiting for another process')]);
      expect(await names()).toEqual([]); // not one statement before the lock
      const waiting = migrate(driver(), database);
      await session.close(); // the holder dies without a word
      expect((await waiting).applied).toHaveLength(readMigrations().length);
    } finally {
      await session.close();
    }
  });

  test('that were changed after they were applied are refused, with the way out', async () => {
    if (!constraints || !indexes) throw new Error('there are two migrations');
    await apply([constraints]);
    const changed = migrationOf(
      '0001-constraints.cypher',
      'CREATE INDEX other IF NOT EXISTS FOR (n:Migrated) ON (n.n);\n',
    );
    const refused = apply([changed, indexes]);
    await expect(refused).rejects.toThrow(MigrationError);
    await expect(refused).rejects.toMatchObject({
      code: 'CHANGED',
      message: expect.stringContaining('glossograph reset'),
    });
    expect(await ask('MATCH (n:Migration) RETURN n.name AS name')).toEqual([{ name: '0001-constraints' }]);
  });

  test('of a newer Glossograph are refused, with the way out', async () => {
    await apply([...readMigrations(), migrationOf('9001-newer.cypher', 'CREATE (:Migrated);\n')]);
    const refused = apply(readMigrations());
    await expect(refused).rejects.toMatchObject({ code: 'NEWER', message: expect.stringContaining('9001-newer') });
    await expect(refused).rejects.toThrow(/newer version of Glossograph.*Update/);
  });

  test('and everything else of ours goes with a reset, and what is not ours stays', async () => {
    await apply(readMigrations());
    await ask(
      'CREATE (:Source {name: "theirs"}), (:Import {origin: "seed"}), (:Source {origins: ["seed"]}), (:Entity {origins: ["seed"]})-[:X]->(:Migrated)',
    );
    await resetGraph(driver(), database);
    expect(await ask('MATCH (n) RETURN labels(n) AS labels ORDER BY labels')).toEqual([
      { labels: ['Migrated'] },
      { labels: ['Source'] },
    ]);
    expect(await names()).toEqual([]);
  });
});

describe('a migration file', () => {
  test('is known by its statements: comments and line ends do not count', () => {
    const one = migrationOf('0001-a.cypher', '// why; because\nCREATE (:A);\n\nCREATE (:B)\n  ;\n');
    const two = migrationOf('0001-a.cypher', 'CREATE (:A);\r\nCREATE (:B);\r\n');
    expect(one.statements).toEqual(['CREATE (:A)', 'CREATE (:B)']);
    expect(two.sha256).toBe(one.sha256);
    expect(migrationOf('0001-a.cypher', 'CREATE (:A);\n').sha256).not.toBe(one.sha256);
  });

  test.each([
    ['1-a.cypher', 'CREATE (:A);', /must have the form 0001-constraints/],
    ['0001-a.cypher', '// nothing', /at least one statement/],
    ['0001-a.cypher', 'CREATE (:A);\nCREATE INDEX a IF NOT EXISTS FOR (n:A) ON (n.a);', /in separate files/],
    ['0001-a.cypher', 'CREATE INDEX a FOR (n:A) ON (n.a);', /IF \[NOT\] EXISTS/],
  ])('%s with "%s" is refused', (file, text, message) => {
    expect(() => migrationOf(file, text)).toThrow(message);
  });
});
