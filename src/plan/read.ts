import DataLoader from 'dataloader';
import type { Graph, ReadBounds } from '../graph/connect.ts';
import type { Plan } from './plan.ts';
import { PARTS_AT_ONCE, type Part, takePart } from './row-chunks.ts';

const LARGEST_BATCH = 100;

/**
 * Reads the plans of one request. Those that ask the same (equal text and parameters) and differ only in where they start
 * become one statement: twenty terms under twenty response keys are one round trip.
 */
export class Reader {
  /** Statements sent so far: the law of the house is one per root field, and tests count. */
  statements = 0;
  private readonly graph: Pick<Graph, 'read'>;
  /** Until when an answer is wanted, for work beside the database's. */
  readonly bounds: ReadBounds;
  private readonly loader: DataLoader<Plan, unknown>;

  constructor(graph: Pick<Graph, 'read'>, bounds: ReadBounds = {}) {
    this.graph = graph;
    this.bounds = bounds;
    this.loader = new DataLoader((plans) => this.readAll(plans), { cache: false, maxBatchSize: LARGEST_BATCH });
  }

  /** The value of the plan's root: a row, a list of rows or a page. Errors are coded (see `graph/errors.ts`). */
  read(plan: Plan): Promise<unknown> {
    return this.loader.load(plan);
  }

  /** What is kept in memory between requests hangs on it: the door to the database. */
  get door(): object {
    return this.graph;
  }

  /** The rows of a statement that is no plan. */
  rows<Row extends object>(text: string): Promise<Row[]> {
    this.statements += 1;
    return this.graph.read<Row>(text, {}, this.bounds);
  }

  private async readAll(plans: readonly Plan[]): Promise<unknown[]> {
    const answers: unknown[] = new Array(plans.length).fill(null);
    const groups = new Map<string, { plan: Plan; members: number[] }>();
    for (const [i, plan] of plans.entries()) {
      const same = plan.text + JSON.stringify(plan.params);
      const group = groups.get(same);
      if (group) group.members.push(i);
      else groups.set(same, { plan, members: [i] });
    }
    await Promise.all(
      [...groups.values()].map(async ({ plan: { text, params, inParts }, members }) => {
        const keys = members.map((i) => ({ ...plans[i]?.key, i }));
        this.statements += 1;
        try {
          const bounds = inParts ? { ...this.bounds, fetchSize: PARTS_AT_ONCE } : this.bounds;
          const rows = await this.graph.read<Part>(text, { given: { ...params, keys } }, bounds);
          for (const row of rows) takePart(answers, row);
        } catch (error) {
          for (const i of members) answers[i] = error instanceof Error ? error : new Error(String(error));
        }
      }),
    );
    return answers;
  }
}
