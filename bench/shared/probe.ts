/** Asks `/health` all the time from a thread of its own, so that the answers that the main thread reads do not delay it. */
import { get } from 'node:http';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

const EVERY_MS = 20;

interface ProbeSettings {
  base: string;
  path: string;
}

/** A probe that runs. `stop` ends it and gives the milliseconds that each answer took. */
export interface Probe {
  stop(): Promise<number[]>;
}

/** Starts to ask for a path of a server, 50 times a second, whether or not earlier answers have arrived. */
export function startProbe(base: string, path = '/health'): Probe {
  const worker = new Worker(new URL(import.meta.url), { workerData: { base, path } satisfies ProbeSettings });
  return {
    stop: () =>
      new Promise((done, fail) => {
        worker.once('message', (times: number[]) => {
          done(times);
          void worker.terminate();
        });
        worker.once('error', fail);
        worker.postMessage('stop');
      }),
  };
}

if (!isMainThread) {
  const { base, path } = workerData as ProbeSettings;
  const asked: Promise<number>[] = [];
  const timer = setInterval(() => asked.push(timed(base + path)), EVERY_MS);
  parentPort?.once('message', async () => {
    clearInterval(timer);
    parentPort?.postMessage(await Promise.all(asked));
  });
}

/** The milliseconds of a request on a connection of its own. One that fails counts as endless. */
function timed(url: string): Promise<number> {
  const started = performance.now();
  return new Promise((done) => {
    get(url, { agent: false }, (response) => {
      response.resume().once('end', () => done(performance.now() - started));
    }).once('error', () => done(Number.POSITIVE_INFINITY));
  });
}
