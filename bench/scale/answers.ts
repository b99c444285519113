/** Compares the answers of the servers before anything is timed. */
import { canonicalJson } from '../../src/store/canonical.ts';
import type { ScalePlan } from './generate-plan.ts';
import type { MeasuredServer } from './servers.ts';
import type { ScaleWork } from './works.ts';

const SHOWN = 160;
const ATTEMPTS = 5;

/** The body of the nth request of a workload. */
export function bodyOf({ key, document, variables }: ScaleWork, plan: ScalePlan, nth: number): string {
  return JSON.stringify({ query: document, operationName: key, variables: variables(plan, nth) });
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
    const body = bodyOf(work, plan, nth);
    const answers = await Promise.all(servers.map(({ ask }) => ask(body)));
    const compared = answers.map((answer) => normalized(work, answer));
    for (const [i, one] of compared.entries()) {
      if (one === compared[0]) continue;
      const difference = firstDifference(compared[0] ?? '', one);
      const { variables } = JSON.parse(body);
      found.push(`${work.key} ${JSON.stringify(variables)}: ${servers[0]?.way} and ${servers[i]?.way} differ\n${difference}`);
    }
  }
  return found;
}

/** The database needs seconds to plan a statement that it has not seen, on a busy machine longer than the time limit. */
async function warmUp(work: ScaleWork, plan: ScalePlan, servers: readonly MeasuredServer[]): Promise<void> {
  for (const { ask } of servers) {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (!isFailure(await ask(bodyOf(work, plan, attempt)))) break;
    }
  }
}

function normalized({ compared = (data) => data }: ScaleWork, answer: string): string {
  const { data, errors } = JSON.parse(answer);
  return errors ? `error: ${JSON.stringify(errors)}` : canonicalJson(compared(data));
}

function firstDifference(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const from = Math.max(0, at - SHOWN / 2);
  return `  ${one.slice(from, from + SHOWN)}\n  ${other.slice(from, from + SHOWN)}`;
}
