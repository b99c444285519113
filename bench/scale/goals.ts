/** The goals of issue 20, which apply to the largest size, and how a run compares with them. */
import type { SizeResult, WorkResult } from './result.ts';

const ONE_CLIENT: Readonly<Record<string, number>> = {
  ...{ Q1: 1.25, Q2: 1.25, Q3: 1.25, Q4: 1.25, Q5: 1.5, Q6: 1.3, Q7: 1.3, Q8: 1.25 },
};
const MANY_CLIENTS: Readonly<Record<string, number>> = {
  ...{ Q1: 1.2, Q2: 1.0, Q3: 1.0, Q4: 0.9, Q5: 0.9, Q6: 0.9, Q7: 0.9, Q8: 1.0 },
};
const OVER_PEER: Readonly<Record<string, number>> = { Q1: 1.9, Q2: 1.1, Q3: 1.8, Q4: 1.6 };
const REPEATED: Readonly<Record<string, number>> = {
  ...{ Q1: 3, Q2: 3, Q3: 3, Q4: 2, Q5: 3, Q6: 3, Q7: 3, Q8: 3 },
};
const MOST_P99_OF_PATHS = 500;
const MOST_GROWTH = 1.5;
const STEADY = ['Q1', 'Q3', 'Q4', 'Q8'];
const MOST_MEMORY = 250;

/** A goal, and whether a run meets it. */
export interface GoalResult {
  goal: string;
  figure: number;
  isMet: boolean;
}

/** Compares the results of a run with all goals for which it has figures. */
export function goalsOf(sizes: readonly SizeResult[]): GoalResult[] {
  const largest = sizes.at(-1);
  if (largest === undefined) return [];
  return [
    ...largest.works.flatMap(goalsOfWork),
    ...growthGoals(sizes),
    atMost(
      `memory of the server through all workloads, in MB, at ${largest.terms} terms`,
      largest.memory.glossograph,
      MOST_MEMORY,
    ),
  ].filter(({ figure }) => Number.isFinite(figure));
}

function goalsOfWork({ key, oneClient, manyClients, repeated }: WorkResult): GoalResult[] {
  const { glossograph, peer } = manyClients ?? {};
  const goals = [
    atMost(`${key}: latency at one client, over L`, oneClient?.glossograph?.pairedRatio, ONE_CLIENT[key]),
    atLeast(`${key}: throughput at many clients, over L`, glossograph?.pairedRatio, MANY_CLIENTS[key]),
    atLeast(
      `${key}: throughput at many clients, over P`,
      glossograph && peer && glossograph.throughput / peer.throughput,
      OVER_PEER[key],
    ),
    atLeast(
      `${key}: the same request again, throughput over L`,
      repeated?.manyClients.glossograph?.pairedRatio,
      REPEATED[key],
    ),
  ];
  if (key !== 'Q5') return goals;
  return [
    ...goals,
    atMost('Q5: p99 at one client, in ms', oneClient?.glossograph?.p99, MOST_P99_OF_PATHS),
    atMost('Q5: failures', oneClient?.glossograph?.failed, 0),
  ];
}

function growthGoals(sizes: readonly SizeResult[]): GoalResult[] {
  const [smallest, largest] = [sizes[0], sizes.at(-1)];
  if (smallest === undefined || largest === undefined || smallest === largest) return [];
  const p50 = ({ works }: SizeResult, key: string) =>
    works.find((one) => one.key === key)?.oneClient?.glossograph?.p50 ?? Number.NaN;
  return STEADY.map((key) =>
    atMost(
      `${key}: latency at ${largest.terms} over ${smallest.terms} terms`,
      p50(largest, key) / p50(smallest, key),
      MOST_GROWTH,
    ),
  );
}

const atMost = (goal: string, figure = Number.NaN, most = Number.NaN): GoalResult => ({
  goal: `${goal}, at most ${most}`,
  figure: Math.round(figure * 1_000) / 1_000,
  isMet: figure <= most,
});
const atLeast = (goal: string, figure = Number.NaN, least = Number.NaN): GoalResult => ({
  goal: `${goal}, at least ${least}`,
  figure: Math.round(figure * 1_000) / 1_000,
  isMet: figure >= least,
});
