/** Compares the answers of the servers before anything is timed. */
import { canonicalJson } from '../../src/store/canonical.ts';
import type { ScalePlan } from './generate-plan.ts';
import { PEER_WORKS } from './peer/documents.ts';
import type { MeasuredServer, Way } from './servers.ts';
import type { ScaleWork } from './works.ts';

const SHOWN = 160;
const ATTEMPTS = 5;

/** The body of the nth request of a workload for a server. The peer has documents of its own. */
export function bodyOf({ key, document, variables }: ScaleWork, plan: ScalePlan, nth: number, way: Way): string {
  const ours = variables(plan, nth);
  const peer = way === 'peer' ? PEER_WORKS[key] : undefined;
  const query = peer?.document ?? document;
  return JSON.stringify({ query, operationName: key, variables: peer?.variables(ours) ?? ours });
}

/** Whether an answer is an error. The text of an answer is not parsed while requests are timed. */
export const isFailure = (answer: string): boolean => !answer.startsWith('{"data":') || answer.includes('"errors":[{');

/** Sends requests to all servers. Returns a description of each request whose answers differ. */
export async function differences(
  work: ScaleWork,
  plan: ScalePlan,
  servers: readonly MeasuredServer[],
  count: number,
): Promise<string[]> {
  const found: string[] = [];
  await warmUp(work, plan, servers);
  for (let nth = 0; nth < count; nth += 1) {
    const answers = await Promise.all(servers.map(({ ask, way }) => ask(bodyOf(work, plan, nth, way))));
    const compared = servers.map(({ way }, i) => normalized(work, answers[i] ?? '', way));
    for (const [i, one] of compared.entries()) {
      if (one === compared[0]) continue;
      const difference = firstDifference(compared[0] ?? '', one);
      const asked = JSON.stringify(work.variables(plan, nth));
      found.push(`${work.key} ${asked}: ${servers[0]?.way} and ${servers[i]?.way} differ\n${difference}`);
    }
  }
  return found;
}

/** The database needs seconds to plan a statement that it has not seen, on a busy machine longer than the time limit. */
async function warmUp(work: ScaleWork, plan: ScalePlan, servers: readonly MeasuredServer[]): Promise<void> {
  for (const { ask, way } of servers) {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (!isFailure(await ask(bodyOf(work, plan, attempt, way)))) break;
    }
  }
}

function normalized({ key, compared = (data) => data }: ScaleWork, answer: string, way: Way): string {
  const { data, errors } = JSON.parse(answer);
  if (errors) return `error: ${JSON.stringify(errors)}`;
  const peer = way === 'peer' ? PEER_WORKS[key] : undefined;
  return canonicalJson(compared(peer ? peer.data(data) : data));
}

function firstDifference(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const from = Math.max(0, at - SHOWN / 2);
  return `  ${one.slice(from, from + SHOWN)}\n  ${other.slice(from, from + SHOWN)}`;
}
