import { Worker } from 'node:worker_threads';
import type { ReadBounds } from '../graph/connect.ts';
import { timedOut } from '../graph/errors.ts';
import type { LayoutInput, LayoutResult } from './compute-layout.ts';

/** Far more than the largest layout needs: a faulty one ends its thread and not the server. */
const MOST_MEGABYTES = 512;

interface Task {
  readonly input: LayoutInput;
  readonly done: (result: LayoutResult) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * A worker thread that computes one layout after another. It starts with the first layout, stays alive for later ones,
 * and does not keep the process running while idle. If the thread dies, its layout fails, and the next layout starts a
 * new thread.
 */
export class WorkerQueue {
  private readonly waiting: Task[] = [];
  private running: Task | null = null;
  private worker: Worker | null = null;

  /**
   * Computes a layout. The arrays of the input are transferred to the thread and are empty afterward. The work ends at
   * the deadline or when the client disconnects.
   *
   * @throws GraphQLError TIMEOUT
   */
  compute(input: LayoutInput, { deadline = Number.POSITIVE_INFINITY, signal }: ReadBounds): Promise<LayoutResult> {
    const left = deadline - Date.now();
    if (left <= 0 || signal?.aborted) return Promise.reject(timedOut());
    let giveUp = () => {};
    const result = new Promise<LayoutResult>((done, fail) => {
      const task: Task = { input, done, fail };
      giveUp = () => this.end(task, timedOut());
      this.waiting.push(task);
      this.next();
    });
    const timer = Number.isFinite(left) ? setTimeout(giveUp, left) : undefined;
    signal?.addEventListener('abort', giveUp, { once: true });
    return result.finally(() => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
    });
  }

  /** Ends the thread. Its layout fails; the next layout starts a new thread. */
  async close(): Promise<void> {
    const { worker } = this;
    this.lose(new Error('the layout thread was closed'));
    await worker?.terminate();
  }

  private next(): void {
    const task = this.running === null ? this.waiting.shift() : undefined;
    if (task === undefined) return;
    this.running = task;
    this.worker ??= this.start();
    this.worker.ref();
    const { sources, targets, weights, distances, ranks } = task.input;
    const lists = [sources, targets, weights, distances, ranks].map((list) => list.buffer as ArrayBuffer);
    this.worker.postMessage(task.input, lists);
  }

  private start(): Worker {
    const worker = startWorker();
    worker.on('message', (result: LayoutResult) => {
      if (this.worker !== worker) return; // the thread was ended after it sent this
      worker.unref();
      const task = this.running;
      this.running = null;
      task?.done(result);
      this.next();
    });
    const lost = (error: unknown) => {
      if (this.worker === worker) this.lose(error);
    };
    worker.on('error', lost);
    worker.on('exit', (code) => lost(new Error(`the layout thread exited with code ${code}`)));
    return worker;
  }

  /** Forgets the thread, which has ended or is ending: the next layout starts another. */
  private lose(error: unknown): void {
    const task = this.running;
    this.running = null;
    this.worker = null;
    task?.fail(error);
    this.next();
  }

  private end(task: Task, error: unknown): void {
    if (task !== this.running) {
      const at = this.waiting.indexOf(task);
      if (at !== -1) this.waiting.splice(at, 1);
      task.fail(error);
    } else {
      // A running layout receives no messages: only terminating the thread stops it.
      void this.worker?.terminate();
      this.lose(error);
    }
  }
}

/** Starts the worker from the compiled file or from source, like this process. */
function startWorker(): Worker {
  const options = { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } };
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./worker.js', import.meta.url), options);
  // `--import tsx` has no effect in a thread of Node 20: register it there.
  const tsx = import.meta.resolve('tsx/esm/api');
  const worker = new URL('./worker.ts', import.meta.url).href;
  const program = `import('${tsx}').then(({ register }) => { register(); return import('${worker}'); });`;
  return new Worker(program, { ...options, eval: true });
}
