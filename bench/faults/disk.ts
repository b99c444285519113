/** The disk is full at the start, during an import, and while the API only reads. */
import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NEO4J_VERSION } from '../../src/graph/local/jars.ts';
import { fillDisk, onSmallDisk, SMALL_DISKS } from '../../test/setup/small-disk.ts';
import { command, dataFolder, nothingLeft, serversOn, startApi } from './processes.ts';
import { promise, seconds, skipped } from './promises.ts';
import { inWords, startReaders } from './readers.ts';

const TERMS = 10_000;
const DISK_MB = 800;
const READING_MS = 20_000;

/** @param seeded a folder with a seeded store */
export async function diskFaults(seeded: string): Promise<void> {
  if (!SMALL_DISKS) return skipped('disk full', 'needs root on Linux, to mount a small disk');
  await onSmallDisk(300, async (disk) => {
    const dataDir = await dataFolder(disk);
    const { code, err, milliseconds } = await command(dataDir, ['start']);
    const told = /needs 570 MB, but only \d+ MB are free/.test(err);
    const gone = await nothingLeft(dataDir);
    promise(
      'disk full at the start',
      code === 1 && told && gone,
      `exit code ${code} after ${seconds(milliseconds)}, ${told ? 'cause told' : err}`,
    );
  });
  await onSmallDisk(DISK_MB, (disk) => duringImport(disk, seeded));
  await onSmallDisk(DISK_MB, (disk) => whileReading(disk, seeded));
}

async function seededOn(disk: string, seeded: string): Promise<string> {
  const dataDir = await dataFolder(disk);
  await cp(seeded, dataDir, { recursive: true, filter: (file) => !file.includes(`neo4j-${NEO4J_VERSION}`) });
  return dataDir;
}

const terms = async (dataDir: string): Promise<number> =>
  JSON.parse((await command(dataDir, ['status', '--json'])).out).entities.TERM;

async function duringImport(disk: string, seeded: string): Promise<void> {
  const dataDir = await seededOn(disk, seeded);
  const api = await startApi(dataDir);
  const before = await terms(dataDir);
  const file = join(disk, 'big.json');
  await writeFile(file, JSON.stringify(bigGlossary()));
  const readers = await startReaders(api.url);
  fillDisk(join(disk, 'filling'));

  const imported = await command(dataDir, ['import', 'glossary', file]);
  const outcome = outcomeOf(imported.code, imported.err);
  const said = imported.err.trim().split('\n').at(-1) ?? '';
  promise(
    'disk full during an import, it ends',
    imported.code !== null,
    `${outcome} after ${seconds(imported.milliseconds)}`,
  );
  const status = await command(dataDir, ['status']);
  const isTold = /disk/i.test(status.err) || status.code === 0;
  promise(
    'disk full, status comes back and says why',
    status.code !== null && isTold,
    `exit code ${status.code} after ${seconds(status.milliseconds)}`,
  );
  const spinning = (await serversOn(dataDir)).length;
  promise('disk full, no Neo4j is left that cannot work', status.code === 0 || spinning === 0, `${spinning} servers`);

  const freedAt = Date.now();
  await rm(join(disk, 'filling'));
  const right = await readers.allRight(freedAt, 240_000);
  promise('disk has room again, the API recovers', right, `after ${seconds(Date.now() - freedAt)}`);
  const added = (await terms(dataDir)) - before;
  const truly = {
    written: added === TERMS,
    failed: added === 0,
    unknown: added === 0 || added === TERMS,
    silent: false,
  }[outcome];
  promise(
    'the outcome of the import was told truly',
    truly,
    `"${outcome}", and ${added} of ${TERMS} terms are there${truly ? '' : `: ${said}`}`,
  );
  const again = await command(dataDir, ['import', 'glossary', file]);
  const all = (await terms(dataDir)) - before;
  promise('the import can be run again', again.code === 0 && all === TERMS, `exit code ${again.code}, ${all} terms`);
  const found = await readers.stop();
  promise(
    'disk full during an import, readers answered',
    found.wrong + found.unanswered === 0,
    inWords(found, api.log()),
  );
  const code = await api.stop();
  promise(
    'disk full during an import, nothing stranded',
    code === 0 && (await nothingLeft(dataDir)),
    `exit code ${code}`,
  );
}

async function whileReading(disk: string, seeded: string): Promise<void> {
  const dataDir = await seededOn(disk, seeded);
  const api = await startApi(dataDir);
  const readers = await startReaders(api.url);
  fillDisk(join(disk, 'filling'));
  await new Promise((done) => setTimeout(done, READING_MS));
  const status = await command(dataDir, ['status']);
  await rm(join(disk, 'filling'));
  const found = await readers.stop();
  const fine = found.coded + found.wrong + found.unanswered === 0 && found.right > 0;
  promise('disk full while only reading, all is right', fine, inWords(found, api.log()));
  promise(
    'disk full while only reading, status works',
    status.code === 0,
    `exit code ${status.code}${status.code === 0 ? '' : status.err}`,
  );
  const code = await api.stop();
  promise(
    'disk full while only reading, nothing stranded',
    code === 0 && (await nothingLeft(dataDir)),
    `exit code ${code}`,
  );
}

const bigGlossary = () =>
  Array.from({ length: TERMS }, (_, i) => ({
    term: `Zzterm ${i}`,
    definition: `${`The definition of term ${i}, which takes some room in the store. `.repeat(25)}`,
  }));

/** What a command said of its import. */
function outcomeOf(code: number | null, err: string): 'written' | 'failed' | 'unknown' | 'silent' {
  if (code === 0) return 'written';
  if (/either the whole import or nothing was written/.test(err)) return 'unknown';
  return code === null ? 'silent' : 'failed';
}
