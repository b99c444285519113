import { Worker } from 'node:worker_threads';
import type { ReadBounds } from '../graph/connect.ts';
import { timedOut } from '../graph/errors.ts';
import type { LayoutInput, LayoutResult } from './compute-layout.ts';

/** Much more than the largest sketch needs: one that runs wild ends its own thread, not the server. */
const MOST_MEGABYTES = 512;

interface Task {
  readonly sketch: LayoutInput;
  readonly done: (drawing: LayoutResult) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * A thread that draws one sketch after another. It starts with the first, lives on for the next, and keeps no process
 * alive while it is idle. When it dies, what it was drawing fails, and the next sketch has a new one.
 */
export class WorkerQueue {
  private readonly waiting: Task[] = [];
  private running: Task | null = null;
  private worker: Worker | null = null;

  /**
   * The drawing of a sketch, whose lists are handed over: they are empty here afterwards. At the deadline, or when nobody
   * waits any more, the work is ended wherever it is.
   *
   * @throws GraphQLError TIMEOUT; anything else is a fault of ours
   */
  draw(sketch: LayoutInput, { deadline = Number.POSITIVE_INFINITY, signal }: ReadBounds): Promise<LayoutResult> {
    const left = deadline - Date.now();
    if (left <= 0 || signal?.aborted) return Promise.reject(timedOut());
    let giveUp = () => {};
    const drawing = new Promise<LayoutResult>((done, fail) => {
      const task: Task = { sketch, done, fail };
      giveUp = () => this.end(task, timedOut());
      this.waiting.push(task);
      this.next();
    });
    const timer = Number.isFinite(left) ? setTimeout(giveUp, left) : undefined;
    signal?.addEventListener('abort', giveUp, { once: true });
    return drawing.finally(() => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
    });
  }

  /** Ends the thread; what it was drawing fails. A sketch that comes later has a new one. */
  async close(): Promise<void> {
    const { worker } = this;
    this.lose(new Error('the thread that draws was closed'));
    await worker?.terminate();
  }

  private next(): void {
    const task = this.running === null ? this.waiting.shift() : undefined;
    if (task === undefined) return;
    this.running = task;
    this.worker ??= this.start();
    this.worker.ref();
    const { sources, targets, weights, distances, ranks } = task.sketch;
    const lists = [sources, targets, weights, distances, ranks].map((list) => list.buffer as ArrayBuffer);
    this.worker.postMessage(task.sketch, lists);
  }

  private start(): Worker {
    const worker = startWorker();
    worker.on('message', (drawing: LayoutResult) => {
      if (this.worker !== worker) return; // it was ended while this was on its way
      worker.unref();
      const task = this.running;
      this.running = null;
      task?.done(drawing);
      this.next();
    });
    const lost = (error: unknown) => {
      if (this.worker === worker) this.lose(error);
    };
    worker.on('error', lost);
    worker.on('exit', (code) => lost(new Error(`the thread that draws ended with code ${code}`)));
    return worker;
  }

  /** The thread is gone, or is to be forgotten: what comes next has another. */
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
      // A layout hears nothing while it runs: only the end of its thread ends it.
      void this.worker?.terminate();
      this.lose(error);
    }
  }
}

/** The worker as this process was started: compiled, or from source. */
function startWorker(): Worker {
  const options = { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } };
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./worker.js', import.meta.url), options);
  // `--import tsx` does nothing in a thread of Node 20: it has to be registered there.
  const tsx = import.meta.resolve('tsx/esm/api');
  const worker = new URL('./worker.ts', import.meta.url).href;
  const program = `import('${tsx}').then(({ register }) => { register(); return import('${worker}'); });`;
  return new Worker(program, { ...options, eval: true });
}
