/**
 * `npm run bench:cost -- http://127.0.0.1:4000 [COUNT] [SEED]`: sends random documents whose cost is at most the limit to a
 * running server, one after another, and prints how long they take by cost. Documents above the limit are sent, too: the
 * server has to refuse them at once. Milliseconds are of this machine on this day.
 */
import { loadavg } from 'node:os';
import { type GraphQLError, parse, validate } from 'graphql';
import { schema } from '../schema/index.ts';
import { SETTINGS } from '../src/config.ts';
import { CostLimit } from '../src/http/cost.ts';
import { costlyDocument, type GraphNames } from '../test/plan/costly-documents.ts';
import { random } from '../test/plan/random.ts';
import { quantile } from './shared/figures.ts';

const [base = 'http://127.0.0.1:4000', count = '2000', seed = '1'] = process.argv.slice(2);
const LIMIT = Number(process.env.MAX_QUERY_COST ?? SETTINGS.MAX_QUERY_COST.unset);
const SLOWEST_SHOWN = 12;

interface Asked {
  cost: number;
  milliseconds: number;
  code: string | undefined;
  source: string;
}

async function ask(query: string, variables: object = {}) {
  const started = performance.now();
  const response = await fetch(`${base}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const milliseconds = performance.now() - started;
  const { data, errors } = JSON.parse(text);
  const codes: string[] = (errors ?? []).map((error: GraphQLError) => String(error.extensions.code));
  return { milliseconds, data, codes };
}

/** The best connected entities, which take longest, and others. */
async function namesOfGraph(): Promise<GraphNames> {
  const { data, codes } = await ask(`{
    graph(limit: 2000) { nodes { key } }
    terms: graph(kinds: [TERM], limit: 500) { nodes { entity { ... on Term { slug } } } }
    law: graph(kinds: [REGULATION], limit: 500) { nodes { entity { ... on Regulation { citation text } } } }
    standards: graph(kinds: [STANDARD], limit: 500) { nodes { entity { ... on Standard { key } } } }
  }`);
  if (codes.length > 0) throw new Error(`the names of the graph: ${codes}`);
  const entities = (from: { nodes: { entity: Record<string, string | null> }[] }) =>
    from.nodes.map(({ entity }) => entity);
  const listed = (from: { nodes: { entity: Record<string, string | null> }[] }, name: string) =>
    entities(from).map((entity) => entity[name] ?? '');
  const words = [...listed(data.law, 'text'), ...listed(data.terms, 'slug'), 'health care provider'].join(' ');
  return {
    ids: data.graph.nodes.map(({ key }: { key: string }) => key),
    slugs: listed(data.terms, 'slug'),
    citations: listed(data.law, 'citation'),
    keys: listed(data.standards, 'key'),
    text: words.repeat(Math.ceil(70_000 / words.length)),
  };
}

const r = random(Number(seed));
const limit = new CostLimit(schema, LIMIT);
const names = await namesOfGraph();
const asked: Asked[] = [];
const refused: number[] = [];
let accepted = 0;
while (asked.length < Number(count)) {
  const { source, variables } = costlyDocument(schema, r, names);
  const document = parse(source);
  if (validate(schema, document).length > 0) continue;
  const measured = limit.measure({ document, variableValues: variables });
  if (measured === undefined) continue;
  const { milliseconds, codes } = await ask(source, variables).catch((error: Error) => {
    throw new Error(`no answer to a document with the cost ${measured.cost}: ${source}`, { cause: error });
  });
  if (measured.cost > LIMIT) {
    if (!codes.includes('LIMIT_EXCEEDED')) throw new Error(`not refused: ${source}`);
    if (refused.length < Number(count)) refused.push(milliseconds);
    continue;
  }
  const code = codes.find((one) => one === 'TIMEOUT' || one === 'INTERNAL_SERVER_ERROR' || one === 'LIMIT_EXCEEDED');
  accepted += code === undefined ? 1 : 0;
  asked.push({ cost: measured.cost, milliseconds, code, source });
  if (asked.length % 25 === 0) console.error(`${asked.length} documents`);
}

const shown = (times: readonly number[]) =>
  [0.5, 0.95, 0.99, 1].map((share) => quantile(times, share).toFixed(0).padStart(7)).join('');
console.log(`load ${loadavg()[0]?.toFixed(1)} at the end`);
console.log(`${asked.length} documents below the limit of ${LIMIT}: ${accepted} were answered in time`);
console.log(`milliseconds by cost            p50    p95    p99    max`);
for (const [from, to] of [
  [0, 2_000],
  [2_000, 10_000],
  [10_000, 50_000],
  [50_000, 100_000],
  [100_000, LIMIT],
] as const) {
  const within = asked.filter(({ cost }) => cost >= from && cost <= to).map(({ milliseconds }) => milliseconds);
  if (within.length > 0)
    console.log(`${String(from).padStart(9)} to ${String(to).padStart(7)}  ${shown(within)}   (${within.length})`);
}
console.log(`refused           ${shown(refused)}   (${refused.length})`);
for (const { cost, milliseconds, code = '', source } of [...asked]
  .sort((a, b) => b.milliseconds - a.milliseconds)
  .slice(0, SLOWEST_SHOWN)) {
  console.log(
    `${milliseconds.toFixed(0).padStart(6)} ms  cost ${cost}  ${code}  ${source.replace(/\s+/g, ' ').slice(0, Number(process.env.LETTERS ?? 300))}`,
  );
}
