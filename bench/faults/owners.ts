/** Several processes on one folder: the owner dies under a second API; imports and starts begin at once. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { waitUntil } from '../../src/graph/local/process.ts';
import { command, dataFolder, nothingLeft, serversOn, startApi } from './processes.ts';
import { promise, seconds } from './promises.ts';
import { inWords, startReaders } from './readers.ts';

/** @param dataDir a folder with a seeded store on which nothing runs */
export async function ownerKilled(dataDir: string): Promise<void> {
  const first = await startApi(dataDir);
  const second = await startApi(dataDir);
  const readers = await startReaders(second.url);
  const killedAt = Date.now();
  first.process.kill('SIGKILL');
  await waitUntil(async () => readers.lastBad(killedAt) > 0, 20_000);
  const right = await readers.allRight(killedAt, 240_000);
  const found = await readers.stop();
  promise('owner killed, a second API takes over', right, `after ${seconds(readers.lastBad(killedAt) - killedAt)}`);
  promise('owner killed, readers answered', found.wrong + found.unanswered === 0, inWords(found, second.log()));
  const servers = (await serversOn(dataDir)).length;
  const code = await second.stop();
  const gone = await nothingLeft(dataDir);
  promise(
    'owner killed, nothing stranded',
    servers === 1 && code === 0 && gone,
    `${servers} server, exit code ${code}`,
  );
}

/** Three imports and two starts on an empty folder. */
export async function allAtOnce(parent: string): Promise<void> {
  const dataDir = await dataFolder(parent, 'at-once');
  const names = ['Aaterm', 'Bbterm', 'Ccterm'];
  const files = names.map((name) => join(parent, `${name}.json`));
  for (const [i, file] of files.entries()) {
    await writeFile(file, JSON.stringify([{ term: names[i], definition: `A definition of ${names[i]}.` }]));
  }
  const begun = performance.now();
  const [apis, imports] = await Promise.all([
    Promise.allSettled([startApi(dataDir), startApi(dataDir)]),
    Promise.all(files.map((file) => command(dataDir, ['import', 'glossary', file]))),
  ]);
  const started = apis.flatMap((api) => (api.status === 'fulfilled' ? [api.value] : []));
  const codes = imports.map(({ code }) => code);
  const faults = [
    ...imports.filter(({ code }) => code !== 0).map(({ err }) => err),
    ...apis.flatMap((api) => (api.status === 'rejected' ? [String(api.reason)] : [])),
  ];
  promise(
    'three imports and two starts at once',
    codes.every((code) => code === 0) && started.length === 2,
    `exit codes ${codes.join(', ')}; ${started.length} APIs; ${seconds(performance.now() - begun)}${faults.map((one) => `\n${one}`).join('')}`,
  );
  const all = names.join();
  await Promise.all(started.map((api) => waitUntil(async () => (await namesAt(api.url, names)) === all, 30_000)));
  const found = await Promise.all(started.map((api) => namesAt(api.url, names)));
  const servers = (await serversOn(dataDir)).length;
  promise(
    'all at once, both APIs have all of it',
    found.every((one) => one === all),
    found.join(' and '),
  );
  const stopped = await Promise.all(started.map((api) => api.stop()));
  const gone = await nothingLeft(dataDir);
  promise(
    'all at once, nothing stranded',
    servers === 1 && stopped.every((code) => code === 0) && gone,
    `exit codes ${stopped.join(', ')}`,
  );
}

async function namesAt(url: string, names: readonly string[]): Promise<string> {
  // Each file is a vocabulary, whose key begins the slugs of its terms.
  const slugs = names.map((name) => [name, name.toLowerCase()]);
  const query = `{ ${slugs.map(([name, key]) => `${name}: term(slug: "${key}/${key}") { name }`).join(' ')} }`;
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as { data?: Record<string, { name: string } | null> | null };
  return Object.values(data ?? {})
    .map((term) => term?.name ?? '')
    .join();
}
