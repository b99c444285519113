/**
 * Live faults of the database, the disk and the data folder, on processes as people run them. Prints one line for each
 * promise as it is checked; exits with 1 when one is broken. RUNS (10) is how often the database is killed, frozen and
 * restarted; ONLY names some of the parts: database, disk, locks, owners.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseFaults } from './database.ts';
import { diskFaults } from './disk.ts';
import { lockFaults } from './locks.ts';
import { allAtOnce, ownerKilled } from './owners.ts';
import { command, dataFolder } from './processes.ts';
import { brokenPromises, seconds } from './promises.ts';

const only = process.env.ONLY?.split(',');
const parent = await mkdtemp(join(tmpdir(), 'glossograph-live-faults-'));
const begun = performance.now();
try {
  const dataDir = await dataFolder(parent, 'seeded');
  const { code, err } = await command(dataDir, ['seed']);
  if (code !== 0) throw new Error(err);
  const parts: Record<string, () => Promise<void>> = {
    locks: () => lockFaults(dataDir),
    owners: async () => {
      await ownerKilled(dataDir);
      await allAtOnce(parent);
    },
    disk: () => diskFaults(dataDir),
    database: () => databaseFaults(dataDir),
  };
  for (const [name, part] of Object.entries(parts)) if (only?.includes(name) ?? true) await part();
} finally {
  await rm(parent, { recursive: true, force: true });
}
const broken = brokenPromises();
console.log(
  `${broken === 0 ? 'All promises were kept' : `${broken} promises were BROKEN`}; ${seconds(performance.now() - begun)}`,
);
process.exit(broken === 0 ? 0 : 1);
