/** Sends light requests all the time from a process of its own, so that the answers that the program reads do not delay it. */

import { fork } from 'node:child_process';
import { Agent, get } from 'node:http';
import { fileURLToPath } from 'node:url';

const CONNECTIONS = 4;
const EVERY_MS = 80;
const THIS = fileURLToPath(import.meta.url);

// Node.js accepts one connection a turn of its loop, so many new ones would wait for each other, and not for the server.
const agent = new Agent({ keepAlive: true });

/** A probe that runs. `stop` ends it and gives the milliseconds that each answer took. */
export interface Probe {
  stop(): Promise<number[]>;
}

/** Starts to ask for a path of a server, on four connections, each of them at most 12 times a second. */
export function startProbe(base: string, path = '/health'): Probe {
  const child = fork(THIS, [base + path], { execArgv: ['--import', 'tsx'] });
  return {
    stop: () =>
      new Promise((done, fail) => {
        child.once('message', (times: (number | null)[]) => {
          done(times.map((time) => time ?? Number.POSITIVE_INFINITY));
          child.kill();
        });
        child.once('error', fail);
        child.send('stop');
      }),
  };
}

const [, program, url] = process.argv;
if (program === THIS && url !== undefined) {
  const times: number[] = [];
  let isOver = false;
  const asking = async () => {
    while (!isOver) {
      const time = await timed(url);
      times.push(time);
      await new Promise((done) => setTimeout(done, Math.max(0, EVERY_MS - (Number.isFinite(time) ? time : 0))));
    }
  };
  const all = Promise.all(Array.from({ length: CONNECTIONS }, asking));
  process.once('message', async () => {
    isOver = true;
    await all;
    process.send?.(times);
  });
}

/** The milliseconds of a request. One that fails, or that the server refuses, counts as endless. */
function timed(url: string): Promise<number> {
  const started = performance.now();
  return new Promise((done) => {
    get(url, { agent }, (response) => {
      const isAnswered = response.statusCode === 200;
      if (!isAnswered) console.error(`${url}: status ${response.statusCode}`);
      response.resume().once('end', () => done(isAnswered ? performance.now() - started : Number.POSITIVE_INFINITY));
    }).once('error', (error) => {
      console.error(`${url}: ${error.message}`);
      done(Number.POSITIVE_INFINITY);
    });
  });
}
