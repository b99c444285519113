/**
 * `npm run bench:health [-- http://127.0.0.1:4000]`: how long `/health` takes while four clients repeat the heaviest work that a
 * server accepts. Without an address, a server with the seed is started on a Neo4j of its own. Milliseconds are of this
 * machine on this day.
 */
import { Agent, request } from 'node:http';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { importSeed } from '../src/import/seed/import.ts';
import { checkSeed } from '../src/import/seed/index.ts';
import { quantile } from './shared/figures.ts';
import { onOwnNeo4j } from './shared/own-neo4j.ts';
import { serve } from './shared/serve.ts';

const CLIENTS = 4;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 15);
const EVERY_MS = 20;
const GOAL_MS = 100;
const TEXT_BYTES = 64 * 1024;
/** Answers that are longer are looked at only at their end, where a response has its errors. */
const MOST_KEPT = 8_000_000;

const PICTURE = 'nodes { key kind label x y } edges { key source target } completeness { exact }';
interface HeavyWork {
  name: string;
  path: string;
  body?: { query: string; variables: object };
}

const agent = new Agent({ keepAlive: true });
const [given] = process.argv.slice(2);
if (given) await measure(given);
else {
  await onOwnNeo4j(async ({ local, driver }) => {
    const { records } = await checkSeed(fileURLToPath(new URL('../seed/', import.meta.url)));
    await importSeed(driver, undefined, records);
    const { port, stop } = await serve('serve-app.ts', local);
    try {
      await measure(`http://127.0.0.1:${port}`);
    } finally {
      stop();
    }
  });
}
agent.destroy();

async function measure(base: string): Promise<void> {
  const works = await worksOf(base);
  console.log(
    `${CLIENTS} clients, ${SECONDS} seconds each; /health every ${EVERY_MS} ms; the goal is a p99 of ${GOAL_MS} ms`,
  );
  console.log(`${'work'.padEnd(28)} answers   shed  failed   p50   p99   max   load`);
  for (const work of works) {
    await send(base, work); // plans and compiles
    const ends = Date.now() + SECONDS * 1_000;
    const count: Record<string, number> = {};
    const client = async () => {
      while (Date.now() < ends) {
        const outcome = await send(base, work);
        count[outcome] = (count[outcome] ?? 0) + 1;
      }
    };
    const asked: Promise<number>[] = [];
    const timer = setInterval(() => asked.push(health(base)), EVERY_MS);
    await Promise.all(Array.from({ length: CLIENTS }, client));
    clearInterval(timer);
    const times = await Promise.all(asked);
    const shown = (value: number | undefined) => String(value ?? 0).padStart(7);
    const at = [0.5, 0.99, 1].map((share) => quantile(times, share).toFixed(0).padStart(6)).join('');
    console.log(
      `${work.name.padEnd(28)}${shown(count.answered)}${shown(count.OVERLOADED)} ${shown(count.failed)}${at}   ${loadavg()[0]?.toFixed(1)}`,
    );
  }
}

/** The entities with the most relations, which take longest, and a text with many names. */
async function worksOf(base: string): Promise<HeavyWork[]> {
  const query = `{ graph(limit: 20, ranking: DEGREE) { nodes { key } }
    parts: regulations(level: PART, first: 100) { edges { node { citation fullText } } } }`;
  const { data } = JSON.parse(await text(base, '/graphql', { query }));
  const of = data.graph.nodes.map(({ key }: { key: string }) => key);
  const parts: { citation: string; fullText: string | null }[] = data.parts.edges.map(
    ({ node }: { node: { citation: string; fullText: string | null } }) => node,
  );
  const [longest] = [...parts].sort((a, b) => (b.fullText?.length ?? 0) - (a.fullText?.length ?? 0));
  const law = longest?.fullText ?? '';
  const names =
    law.length > 100 ? law : 'A health care provider shares electronic health information with a developer. ';
  const long = Buffer.from(names.repeat(Math.ceil(TEXT_BYTES / names.length)))
    .subarray(0, TEXT_BYTES - 10)
    .toString();
  const graphql = (name: string, query: string, variables: object = {}): HeavyWork => ({
    name,
    path: '/graphql',
    body: { query, variables },
  });
  return [
    { name: 'the home page', path: '/' },
    graphql(
      'neighborhood, depth 1',
      `query ($of: [ID!]!) { neighborhood(of: $of, depth: 1, limit: 2000) { ${PICTURE} } }`,
      { of },
    ),
    graphql(
      'neighborhood, depth 4',
      `query ($of: [ID!]!) { neighborhood(of: $of, depth: 4, limit: 2000, ranking: DEGREE) { ${PICTURE} } }`,
      { of },
    ),
    graphql('graph, force layout', `{ graph(limit: 20000, layout: FORCE) { ${PICTURE} } }`),
    graphql(
      'terms and relations',
      '{ terms(first: 100) { edges { node { name relations(first: 100) { edges { node { id label } evidence { quote } } } } } } }',
    ),
    graphql(
      'annotate 64 KiB',
      'query ($text: String!) { annotate(text: $text) { start end text entities { id label } } }',
      { text: long },
    ),
    graphql(
      'diff of a part',
      `{ regulation(citation: ${JSON.stringify(longest?.citation ?? '45 CFR Part 171')}) { diff(from: "2000-01-01", to: "2026-12-31") { op text } } }`,
    ),
    { name: 'export, JSON Lines', path: '/graph/jsonl' },
    { name: 'export, GEXF', path: '/graph/gexf' },
  ];
}

async function send(base: string, { path, body }: HeavyWork): Promise<string> {
  const answer = await text(base, path, body).catch(() => '');
  if (answer === '' || answer.includes('"errors":[')) {
    const code = /"code":"(\w+)"/.exec(answer)?.[1];
    return code === 'OVERLOADED' ? code : 'failed';
  }
  return 'answered';
}

/** A connection that was kept open may be closed by the server at this moment: the request is then sent again. */
async function health(base: string): Promise<number> {
  const started = performance.now();
  await text(base, '/health').catch(() => text(base, '/health'));
  return performance.now() - started;
}

/** Long answers are not read into one string: that would keep `/health` waiting on this side. */
function text(base: string, path: string, body?: object): Promise<string> {
  const sent = body === undefined ? '' : JSON.stringify(body);
  const headers = body && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) };
  const { hostname, port } = new URL(base);
  const method = body ? 'POST' : 'GET';
  return new Promise((done, fail) => {
    const asking = request({ hostname, port, path, method, agent, headers: { ...headers } }, (response) => {
      const kept: Buffer[] = [];
      let last: Buffer = Buffer.alloc(0);
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size < MOST_KEPT) kept.push(chunk);
        last = chunk;
      });
      response.on('end', () => done(size < MOST_KEPT ? Buffer.concat(kept).toString() : last.toString()));
      response.on('error', fail);
    });
    asking.once('error', fail).end(sent);
  });
}
