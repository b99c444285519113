/**
 * `npm run bench:pictures`: how long a picture takes through the API, positions and communities of 2,000 and of 20,000 nodes,
 * and how long others wait meanwhile: `/health` is asked every 20 ms, whether the one before was answered or not. It runs on
 * the local Neo4j in a folder of its own, on a made-up glossary. Seconds are of this machine on this day.
 */
import { Agent, request } from 'node:http';
import { loadavg } from 'node:os';
import { generate } from './generate.ts';
import { quantile } from './shared/figures.ts';
import { onOwnNeo4j } from './shared/own-neo4j.ts';
import { serve } from './shared/serve.ts';

const TERMS = 10_000; // and two aliases each: 30,000 entities and more
const SIZES = [2_000, 20_000];
const ROUNDS = 4;
const EVERY_MS = 20;
const PICTURE = `query ($limit: Int!, $layout: Layout!) { graph(limit: $limit, layout: $layout) {
  nodes { key kind label degree distance x y community } edges { key source target type weight } completeness { exact } } }`;
const agent = new Agent({ keepAlive: true, timeout: 3_000 }); // given up here before the server gives them up

await onOwnNeo4j(async ({ local, driver }) => {
  console.log(`generating ${TERMS} terms`);
  await generate(driver, { terms: TERMS, parts: 40 });
  // Longer deadlines than by default: what is measured is how long it takes.
  const { port, stop } = await serve('serve-app.ts', local, { REQUEST_TIMEOUT_MS: '60000' });
  try {
    await measure(port);
  } finally {
    stop();
    agent.destroy();
  }
});

async function measure(port: number): Promise<void> {
  // Threads start, statements are planned, and code that is run often is compiled.
  for (const size of [...SIZES, ...SIZES]) await picture(port, size, 'FORCE');
  console.log(`nothing asked     ${waits(await healthWhile(port, () => pause(3_000)))}   load ${load()}`);
  for (const layout of ['FORCE', 'CIRCLE', 'LAYERED']) {
    for (const size of SIZES) {
      const answers: Answer[] = [];
      const health = await healthWhile(port, async () => {
        for (let round = 0; round < ROUNDS; round += 1) answers.push(await picture(port, size - round, layout));
      });
      for (const [round, { text }] of answers.entries()) check(text, size - round);
      const took = answers.map(({ seconds }) => seconds.toFixed(2)).join(' ');
      console.log(
        `${layout.padEnd(8)}${String(size).padStart(6)} nodes   ${took} s   ${waits(health)}   load ${load()}`,
      );
    }
  }
}

interface Answer {
  seconds: number;
  text: string;
}

/** One picture. It is looked at later: reading 8 MB here would keep `/health` waiting on this side. */
async function picture(port: number, limit: number, layout: string): Promise<Answer> {
  const started = performance.now();
  const text = await ask(port, 'POST', '/graphql', { query: PICTURE, variables: { limit, layout } });
  return { seconds: (performance.now() - started) / 1_000, text };
}

/** An error would be fast. */
function check(text: string, limit: number): void {
  const { data, errors } = JSON.parse(text);
  if (errors) throw new Error(JSON.stringify(errors).slice(0, 300));
  const { nodes } = data.graph as { nodes: { x: number | null; community: number | null }[] };
  if (nodes.length !== limit || nodes.some(({ x, community }) => x === null || community === null)) {
    throw new Error(`${nodes.length} nodes, or some without a place`);
  }
}

/** How long each `/health` took while something was going on, in milliseconds. */
async function healthWhile(port: number, work: () => Promise<void>): Promise<number[]> {
  const asked: Promise<number>[] = [];
  const timer = setInterval(() => {
    const started = performance.now();
    asked.push(ask(port, 'GET', '/health').then(() => performance.now() - started));
  }, EVERY_MS);
  await work();
  clearInterval(timer);
  return Promise.all(asked);
}

/** How many want a processor, in the mean of the last minute: with more than there are, everything waits for its turn. */
function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}

function waits(times: readonly number[]): string {
  const at = (share: number) => quantile(times, share).toFixed(0);
  return `/health asked ${times.length} times: p50 ${at(0.5)} ms   p99 ${at(0.99)} ms   max ${at(1)} ms`;
}

function ask(port: number, method: string, path: string, body?: object): Promise<string> {
  const text = body === undefined ? '' : JSON.stringify(body);
  const headers = body && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  return new Promise((done, fail) => {
    const sent = request({ host: '127.0.0.1', port, path, method, agent, headers: { ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => done(Buffer.concat(chunks).toString()));
    });
    sent.once('error', fail).end(text);
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
