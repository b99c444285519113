/** What keeps a local Neo4j from starting is told with its cause and the way out, and leaves nothing behind. */
import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureLocal, type LocalNeo4j } from '../../src/graph/local/server.ts';
import { JARS_DIR } from '../setup/jars.ts';
import { QUICK_JVM } from '../setup/java.ts';
import { onSmallDisk, SMALL_DISKS } from '../setup/small-disk.ts';

let folder: string;
let good: LocalNeo4j;
const start = (dataDir: string, more: object = {}) =>
  ensureLocal({ dataDir, jarsDir: JARS_DIR, jvm: QUICK_JVM, ...more });
const serversOf = (dataDir: string) =>
  execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(`--home-dir=${dataDir}/`));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glossograph-faults-'));
  good = await start(join(folder, 'good'));
  await good.stop();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Overwrites the beginning of a file. */
async function damage(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.write(Buffer.alloc(65_536, 0x5a), 0, 65_536, 0);
  await handle.close();
}

test.each([
  ['databases/neo4j/neostore'],
  ['databases/system/neostore'],
  ['transactions/neo4j/neostore.transaction.db.0'],
])(
  'a damaged store: %s',
  async (file) => {
    const dataDir = join(folder, file.replaceAll('/', '-'));
    await cp(join(folder, 'good'), dataDir, { recursive: true });
    await damage(join(dataDir, 'neo4j', 'data', file));
    await expect(start(dataDir)).rejects.toMatchObject({
      code: 'DAMAGED_STORE',
      message: expect.stringMatching(
        /is damaged\. Neo4j reported: \w.*Restore the folder from a backup, or delete .*load the seed and import/,
      ),
    });
    expect(serversOf(dataDir)).toEqual([]);
  },
  60_000,
);

test('options that Java refuses', async () => {
  await expect(start(join(folder, 'good'), { jvm: ['-XX:NoSuchOption'] })).rejects.toMatchObject({
    code: 'START_FAILED',
    message: expect.stringMatching(/did not start: the Neo4j process ended during startup\..*The server log is/s),
  });
}, 60_000);

test('the page cache is chosen, or set', async () => {
  const dataDir = join(folder, 'good');
  const configured = async () =>
    /pagecache\.size=(\d+)m/.exec(await readFile(join(dataDir, 'neo4j/conf/neo4j.conf'), 'utf8'))?.[1];
  expect(await configured()).toBe(String(good.memory?.pageCache));
  const set = await start(dataDir, { heap: '300m', pageCache: '77m' });
  await set.stop();
  expect(set.memory).toEqual({ heap: 300, pageCache: 77 });
  expect(await configured()).toBe('77');
}, 60_000);

test.skipIf(!SMALL_DISKS)(
  'too little disk for a new store, and for an old one',
  async () => {
    await onSmallDisk(300, async (disk) => {
      const dataDir = join(disk, 'data');
      await expect(start(dataDir)).rejects.toMatchObject({
        code: 'DISK_FULL',
        message: expect.stringMatching(
          /does not have enough free space: .* needs 570 MB, but only 31\d MB are free\. Free some space/,
        ),
      });
      expect(serversOf(dataDir)).toEqual([]);
    });
    await onSmallDisk(560, async (disk) => {
      await cp(join(folder, 'good'), join(disk, 'data'), { recursive: true });
      await expect(start(join(disk, 'data'))).rejects.toThrow(
        /the local Neo4j server needs 80 MB, but only \d+ MB are free/,
      );
    });
  },
  60_000,
);
