import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** A server that was killed keeps its port until its last thread has ended, a moment after the process is gone. */
const RELEASED = { tries: 10, pauseMs: 200 } as const;

/**
 * The port of the last start, so that a process that uses the server can find it again. If another process keeps using
 * that port, the function returns a different port.
 */
export async function usualPort(conf: string): Promise<number> {
  const text = await readFile(join(conf, 'neo4j.conf'), 'utf8').catch(() => '');
  const last = Number(/bolt\.listen_address=127\.0\.0\.1:(\d+)/.exec(text)?.[1] ?? 0);
  for (let attempt = 1; attempt <= RELEASED.tries; attempt += 1) {
    const port = await freePort(last).catch(() => null);
    if (port !== null) return port;
    await setTimeout(RELEASED.pauseMs);
  }
  return freePort(0);
}

function freePort(wanted: number): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
