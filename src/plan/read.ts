import DataLoader from 'dataloader';
import type { ReadBounds } from '../graph/connect.ts';
import { coalescerOf } from './coalescer.ts';
import type { ReadableGraph } from './lane.ts';
import type { Plan } from './plan.ts';
import type { FieldValues } from './requirement.ts';
import { appendChunk, CHUNKS_PER_FETCH, type RowChunk } from './row-chunks.ts';

const LARGEST_BATCH = 100;

/**
 * Reads the plans of one request. Plans with equal text and parameters differ only in where they start, and they become
 * one statement. For example, twenty terms under twenty response keys require one round trip. Plans of several requests
 * can share a statement, too (`coalescer.ts`).
 */
export class Reader {
  /** The number of statements sent so far. Tests check that there is one for each root field. */
  statements = 0;
  private readonly graph: ReadableGraph;
  /** The deadline and abort signal of the request, which also apply to work outside the database. */
  readonly bounds: ReadBounds;
  private readonly loader: DataLoader<Plan, unknown>;

  constructor(graph: ReadableGraph, bounds: ReadBounds = {}) {
    this.graph = graph;
    this.bounds = bounds;
    this.loader = new DataLoader((plans) => this.readAll(plans), { cache: false, maxBatchSize: LARGEST_BATCH });
  }

  /** The value of the plan's root: a row, a list of rows, or a page. Errors have a code (`graph/errors.ts`). */
  read(plan: Plan): Promise<unknown> {
    return this.loader.load(plan);
  }

  /** The rows of a statement that has no plan. */
  rows<Row extends object>(text: string): Promise<Row[]> {
    this.statements += 1;
    return this.graph.read<Row>(text, {}, this.bounds);
  }

  private async readAll(plans: readonly Plan[]): Promise<unknown[]> {
    const answers: unknown[] = new Array(plans.length).fill(null);
    const groups = new Map<string, { plan: Plan; members: number[] }>();
    for (const [i, plan] of plans.entries()) {
      const group = groups.get(plan.group);
      if (group) group.members.push(i);
      else groups.set(plan.group, { plan, members: [i] });
    }
    const reading = [...groups.values()].map(async ({ plan, members }) => {
      const starts = members.map((i) => plans[i]?.key ?? {});
      this.statements += 1;
      try {
        if (plan.chunked) return await this.readChunks(plan, starts, members, answers);
        const values = await coalescerOf(this.graph).read(plan, starts, this.bounds);
        for (const [at, i] of members.entries()) answers[i] = values[at];
      } catch (error) {
        for (const i of members) answers[i] = error instanceof Error ? error : new Error(String(error));
      }
    });
    await Promise.all(reading);
    return answers;
  }

  /** Reads values that arrive in several records. They are too large to share a statement with other requests. */
  private async readChunks(
    { text, params }: Plan,
    starts: readonly FieldValues[],
    members: readonly number[],
    answers: unknown[],
  ): Promise<void> {
    const given = { ...params, keys: starts.map((key, at) => ({ ...key, i: members[at] })) };
    const rows = await this.graph.read<RowChunk>(text, { given }, { ...this.bounds, fetchSize: CHUNKS_PER_FETCH });
    for (const row of rows) appendChunk(answers, row);
  }
}
