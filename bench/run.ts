/**
 * `npm run bench`: each work by one client, through Glossograph and by one hand-written statement behind `node:http`, side
 * by side in one run. Ratios are what it is for; milliseconds are of this machine on this day.
 * It runs on the local Neo4j in a folder of its own, on a generated glossary of 10,000 terms.
 */
import { Agent, request } from 'node:http';
import { generate } from './generate.ts';
import { median } from './shared/figures.ts';
import { onOwnNeo4j } from './shared/own-neo4j.ts';
import { serve } from './shared/serve.ts';
import { WORKS, type Work } from './works.ts';

const WARM = 400;
const COUNTED = 600;
const TERMS = 10_000;
const agent = new Agent({ keepAlive: true });

await onOwnNeo4j(async ({ local, driver }) => {
  console.log(`generating ${TERMS} terms`);
  await generate(driver, { terms: TERMS, parts: 40 });
  const servers = [await serve('serve-raw.ts', local), await serve('serve-app.ts', local)] as const;
  const [hand, glossograph] = servers;
  try {
    console.log(`${COUNTED} rounds each after ${WARM} to warm up, one client, in turns\n`);
    for (const [index, work] of WORKS.entries()) {
      await compare(index, work, { hand: hand.port, glossograph: glossograph.port });
    }
  } finally {
    for (const { stop } of servers) stop();
    agent.destroy();
  }
});

async function compare(index: number, work: Work, ports: { hand: number; glossograph: number }): Promise<void> {
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
