import type { ReadBounds } from '../graph/connect.ts';
import type { LayoutInput, LayoutResult } from './compute-layout.ts';
import { WorkerQueue } from './worker-queue.ts';

/** A layout of up to so many nodes takes less than a second. */
const SMALL = 2_500;

/** Computes layouts in worker threads. Small layouts never wait for large ones. */
export class LayoutPool {
  private readonly small = new WorkerQueue();
  private readonly large = new WorkerQueue();

  /**
   * Computes a layout. The arrays of the input are transferred to the thread and are empty afterward.
   *
   * @throws GraphQLError TIMEOUT at the deadline, or if the client disconnects
   */
  compute(input: LayoutInput, bounds: ReadBounds = {}): Promise<LayoutResult> {
    return (input.order <= SMALL ? this.small : this.large).compute(input, bounds);
  }

  /** Ends the threads. The next layout restarts them. */
  async close(): Promise<void> {
    await Promise.all([this.small.close(), this.large.close()]);
  }
}

/**
 * The layout pool of this process. There is only one because threads are expensive and layouts do not depend on the
 * client.
 */
export const layoutPool = new LayoutPool();
