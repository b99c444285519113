/**
 * `npm run bench`: each work by one client, through Glossograph and by one hand-written statement behind `node:http`, side
 * by side in one run. Ratios are what it is for; milliseconds are of this machine on this day.
 * It runs on the local Neo4j in a folder of its own, on a generated glossary of 10,000 terms.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDriver } from '../src/graph/connect.ts';
import { ensureLocal } from '../src/graph/local/server.ts';
import { migrate } from '../src/graph/migrate.ts';
import { generate } from './generate.ts';
import { WORKS, type Work } from './works.ts';

const WARM = 400;
const COUNTED = 600;
const TERMS = 10_000;
const agent = new Agent({ keepAlive: true });

const dataDir = await mkdtemp(join(tmpdir(), 'glossograph-bench-'));
const local = await ensureLocal({
  dataDir,
  jarsDir: process.env.GLOSSOGRAPH_DATA ?? '.glossograph',
  told: console.log,
});
const children: ChildProcess[] = [];
try {
  const driver = openDriver(local);
  await migrate(driver);
  console.log(`generating ${TERMS} terms`);
  await generate(driver, { terms: TERMS, parts: 40 });
  await driver.close();
  const ports = { hand: await serve('serve-raw.ts'), glossograph: await serve('serve-app.ts') };
  console.log(`${COUNTED} rounds each after ${WARM} to warm up, one client, in turns\n`);
  for (const [index, work] of WORKS.entries()) {
    const times = { hand: [] as number[], glossograph: [] as number[] };
    for (let i = 0; i < WARM + COUNTED; i += 1) {
      const variables = work.variables(i);
      const answers = { hand: '', glossograph: '' };
      for (const way of i % 2 === 0 ? (['hand', 'glossograph'] as const) : (['glossograph', 'hand'] as const)) {
        const body = way === 'hand' ? { work: index, variables } : { query: work.query, variables };
        const started = performance.now();
        const answer = await post(ports[way], body);
        if (i >= WARM) times[way].push(performance.now() - started);
        answers[way] = answer;
      }
      if (i % 50 === 0) checkAnswers(work, answers);
    }
    const [hand, glossograph] = [median(times.hand), median(times.glossograph)];
    console.log(
      `${work.name.padEnd(24)} hand-written ${hand.toFixed(2)} ms   Glossograph ${glossograph.toFixed(2)} ms   ratio ${(glossograph / hand).toFixed(2)}`,
    );
  }
} finally {
  for (const child of children) child.kill();
  agent.destroy();
  await local.stop();
  await rm(dataDir, { recursive: true, force: true });
}

/** Starts a server of this folder on a free port, which it prints. */
function serve(file: string): Promise<number> {
  const program = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program, local.uri, local.user, local.password], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return new Promise((done, fail) => {
    child.stdout?.on('data', (chunk) => {
      const port = /port (\d+)/.exec(String(chunk))?.[1];
      if (port !== undefined) done(Number(port));
    });
    child.once('exit', () => fail(new Error(`${file} ended`)));
  });
}

function post(port: number, body: object): Promise<string> {
  const text = JSON.stringify(body);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  return new Promise((done, fail) => {
    const sent = request({ host: '127.0.0.1', port, path: '/graphql', method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => done(Buffer.concat(chunks).toString()));
    });
    sent.once('error', fail).end(text);
  });
}

/** A fast error, or another answer, would make a fine figure. */
function checkAnswers({ name, same }: Work, { hand, glossograph }: { hand: string; glossograph: string }): void {
  const { data, errors } = JSON.parse(glossograph);
  if (errors) throw new Error(`${name}: ${JSON.stringify(errors).slice(0, 300)}`);
  const [ours, theirs] = [JSON.stringify(same.glossograph(data)), JSON.stringify(same.hand(JSON.parse(hand)))];
  if (ours !== theirs) throw new Error(`${name}: the answers differ\n${ours.slice(0, 400)}\n${theirs.slice(0, 400)}`);
}

function median(list: number[]): number {
  return list.sort((a, b) => a - b)[list.length >> 1] ?? Number.NaN;
}
