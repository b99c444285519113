/** A disk that fills while the local Neo4j writes: no process is stranded, and no outcome is told wrongly. */
import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { closeDriver, openDriver } from '../../src/graph/connect.ts';
import { watchDatabase } from '../../src/graph/heartbeat.ts';
import { ensureLocal } from '../../src/graph/local/server.ts';
import { supervise } from '../../src/graph/local/supervise.ts';
import { migrate } from '../../src/graph/migrate.ts';
import type { TermRecord } from '../../src/model/records.ts';
import { GLOSSOGRAPH } from '../../src/model/vocabulary.ts';
import { OutcomeUnknownError } from '../../src/store/outcome.ts';
import { counts } from '../../src/store/status.ts';
import { inOneTransaction } from '../../src/store/transaction.ts';
import { writeWithin } from '../../src/store/write.ts';
import { JARS_DIR } from '../setup/jars.ts';
import { QUICK_JVM } from '../setup/java.ts';
import { fillDisk, onSmallDisk, SMALL_DISKS } from '../setup/small-disk.ts';

const TERMS = 20_000;
const entities = Array.from(
  { length: TERMS },
  (_, i): TermRecord => ({
    kind: 'TERM',
    vocabulary: 'glossograph',
    id: `Term:t${i}`,
    label: `t${i}`,
    slug: `t${i}`,
    name: `t${i}`,
    definition: `${'A definition that takes some room in the store. '.repeat(30)}${i}`,
    keyTakeaways: [],
    sectionHeadings: [],
    sectionBodies: [],
  }),
);

test.skipIf(!SMALL_DISKS)(
  'a disk that is full during an import',
  async () => {
    await onSmallDisk(800, async (disk) => {
      const dataDir = join(disk, 'data');
      const options = { dataDir, jarsDir: JARS_DIR, jvm: QUICK_JVM };
      const first = await ensureLocal(options);
      const driver = openDriver(first);
      const log: string[] = [];
      const report = { error: (what: string) => log.push(what), info: (what: string) => log.push(what) };
      const heartbeat = watchDatabase(first, report);
      const onGiveUp = () => log.push('gave up');
      const supervision = supervise(first, options, { log: report, onGiveUp, state: heartbeat.state });
      try {
        await migrate(driver);
        fillDisk(join(disk, 'filling'));
        const outcome = await inOneTransaction(driver, undefined, { what: 'big', outcomePatienceMs: 1_000 }, (tx) =>
          writeWithin(tx, {
            origin: 'seed',
            records: { entities, relations: [], sources: [], vocabularies: [GLOSSOGRAPH] },
          }),
        ).then(
          () => 'written',
          (error) => (error instanceof OutcomeUnknownError ? 'unknown' : `failed: ${error.message}`),
        );
        console.log(`on a full disk, the import is ${outcome}`);
        expect(outcome).not.toBe('written');
        if (outcome !== 'unknown')
          expect(outcome).toMatch(/nothing was written\. Neo4j reported: .*(disk space|No space left)/);

        const servers = () =>
          execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split(`--home-dir=${dataDir}/`).length - 1;
        await expect
          .poll(() => log.join('\n'), { timeout: 60_000 })
          .toMatch(
            /could not be started: The disk that contains .* does not have enough free space: .*only \d+ MB are free/,
          );
        expect(log.join('\n')).toMatch(/has failed and needs a restart\. Neo4j reported: .*(disk space|No space left)/);
        expect(servers()).toBe(0);
        // Another command is told, at once.
        await expect(ensureLocal(options)).rejects.toMatchObject({ code: 'DISK_FULL' });

        await rm(join(disk, 'filling'));
        await expect.poll(() => log.at(-1), { timeout: 90_000 }).toMatch(/is running again|is available again/);
        const { entities: found } = await counts(driver);
        console.log(`after the disk has room, ${found.TERM} terms are there`);
        expect(outcome === 'unknown' ? [0, TERMS] : [0]).toContain(found.TERM);
      } finally {
        await closeDriver(driver);
        await heartbeat.stop();
        await (await supervision.end()).stop();
      }
    });
  },
  240_000,
);
