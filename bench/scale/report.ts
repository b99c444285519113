/** Prints the figures of a run as tables. */
import type { GoalResult } from './goals.ts';
import { type SizeResult, WAYS, type WorkResult } from './result.ts';
import type { Way } from './servers.ts';

const CELL = 9;
const LABEL = 46;

/** The tables of one size: ratios over L first, then times and processor time. */
export function tablesOf({ terms, nodes, relations, works, memory }: SizeResult): string {
  const line = (label: string, cell: (work: WorkResult) => string) =>
    label.padEnd(LABEL) + works.map((work) => cell(work).padStart(CELL)).join('');
  const lines = [`\n${terms} terms, ${nodes} nodes, ${relations} relations`, line('', ({ key }) => key)];
  const add = (label: string, figure: (work: WorkResult, way: Way) => number | undefined, ways = WAYS) => {
    for (const { way, name } of ways) {
      if (works.every((work) => figure(work, way) === undefined)) continue;
      lines.push(line(`${label}: ${name}`, (work) => shown(figure(work, way))));
    }
  };
  const others = WAYS.filter(({ way }) => way !== 'byHand');
  add('latency at one client, over L (pairs)', ({ oneClient }, way) => oneClient?.[way]?.pairedRatio, others);
  add(
    'latency at one client, over L (medians)',
    ({ oneClient }, way) => ratio(oneClient?.[way]?.p50, oneClient?.byHand?.p50),
    others,
  );
  add('throughput, many clients, over L', ({ manyClients }, way) => manyClients?.[way]?.pairedRatio, others);
  add(
    'throughput, many clients, over P',
    ({ manyClients }, way) => ratio(manyClients?.[way]?.throughput, manyClients?.peer?.throughput),
    WAYS.filter(({ way }) => way === 'glossograph'),
  );
  add('same request again, latency over L', ({ repeated }, way) => repeated?.oneClient[way]?.pairedRatio, others);
  add('same request again, throughput over L', ({ repeated }, way) => repeated?.manyClients[way]?.pairedRatio, others);
  add('p50 at one client, ms', ({ oneClient }, way) => oneClient?.[way]?.p50);
  add('p99 at one client, ms', ({ oneClient }, way) => oneClient?.[way]?.p99);
  add('failed at one client', ({ oneClient }, way) => oneClient?.[way]?.failed);
  add('requests per second, many clients', ({ manyClients }, way) => manyClients?.[way]?.throughput);
  add('p99, many clients, ms', ({ manyClients }, way) => manyClients?.[way]?.p99);
  add('CPU of the server per request, ms', ({ manyClients }, way) => manyClients?.[way]?.serverCpu);
  add('CPU of the database per request, ms', ({ manyClients }, way) => manyClients?.[way]?.databaseCpu);
  lines.push(
    `memory, MB: ${Object.entries(memory)
      .map(([name, size]) => `${name} ${size}`)
      .join(', ')}`,
  );
  const differing = works.flatMap(({ differences }) => differences);
  if (differing.length > 0) lines.push(`\n${differing.length} answers differ, for example:`, ...differing.slice(0, 5));
  return lines.join('\n');
}

/** The goals that a run misses, and the number of those that it meets. */
export function goalsReport(goals: readonly GoalResult[]): string {
  const missed = goals.filter(({ isMet }) => !isMet);
  const lines = missed.map(({ goal, figure }) => `  missed: ${goal}, was ${figure}`);
  return [`\n${goals.length - missed.length} of ${goals.length} goals met`, ...lines].join('\n');
}

const ratio = (one: number | undefined, other: number | undefined) =>
  one === undefined || other === undefined ? undefined : one / other;

const shown = (figure: number | undefined): string => {
  if (figure === undefined || Number.isNaN(figure)) return '-';
  return figure >= 100 ? String(Math.round(figure)) : figure.toFixed(2);
};
