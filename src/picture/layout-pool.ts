import type { ReadBounds } from '../graph/connect.ts';
import type { LayoutInput, LayoutResult } from './compute-layout.ts';
import { WorkerQueue } from './worker-queue.ts';

/** Up to so many nodes a sketch is small: it takes less than a second. */
const SMALL = 2_500;

/** Draws sketches in threads of their own: small ones never wait for large ones. */
export class LayoutPool {
  private readonly small = new WorkerQueue();
  private readonly large = new WorkerQueue();

  /**
   * The drawing of a sketch, whose lists are handed over.
   *
   * @throws GraphQLError TIMEOUT at the deadline, or when nobody waits any more
   */
  draw(sketch: LayoutInput, bounds: ReadBounds = {}): Promise<LayoutResult> {
    return (sketch.order <= SMALL ? this.small : this.large).draw(sketch, bounds);
  }

  /** Ends the threads. A sketch that comes later starts them again. */
  async close(): Promise<void> {
    await Promise.all([this.small.close(), this.large.close()]);
  }
}

/** The one of this process: threads are dear, and drawings know nothing of who asked. */
export const layoutPool = new LayoutPool();
