/**
 * Equal plans of different requests share a statement. At one client nothing waits. With many clients, plans that arrive while two
 * statements of the same plan are running wait for a moment and are then sent together, which doubles the throughput of a
 * term page.
 */
import { LRUCache } from 'lru-cache';
import type { ReadBounds } from '../graph/connect.ts';
import { Lane, type ReadableGraph } from './lane.ts';
import type { Plan } from './plan.ts';
import type { FieldValues } from './requirement.ts';

/** The number of plans whose lanes are kept. A text has up to 30,000 characters. */
const MOST_LANES = 200;

/** Sends plans to a graph, and lets equal plans of all requests share statements. */
export class Coalescer {
  private readonly graph: ReadableGraph;
  private readonly lanes = new LRUCache<string, Lane>({ max: MOST_LANES });

  constructor(graph: ReadableGraph) {
    this.graph = graph;
  }

  /**
   * The values of a plan for the given keys, in their order. Plans share a statement only if text and parameters are equal. What a
   * caller is allowed to see must therefore be part of the parameters. Today every caller of Glossograph sees the same data.
   *
   * @throws the errors of `Graph.read`, each for its own request only
   */
  read(
    { text, params, group }: Pick<Plan, 'text' | 'params' | 'group'>,
    keys: readonly FieldValues[],
    bounds: ReadBounds,
  ): Promise<unknown[]> {
    let lane = this.lanes.get(group);
    if (lane === undefined) {
      lane = new Lane(this.graph, text, params);
      this.lanes.set(group, lane);
    }
    return lane.read(keys, bounds);
  }
}

const coalescers = new WeakMap<object, Coalescer>();

/** The coalescer that all requests to a graph share. */
export function coalescerOf(graph: ReadableGraph): Coalescer {
  const known = coalescers.get(graph) ?? new Coalescer(graph);
  coalescers.set(graph, known);
  return known;
}
