/** The servers that are compared, each in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { GraphAddress } from '../../src/graph/connect.ts';
import { serve } from '../shared/serve.ts';

/** The ways to answer a request. */
export type Way = 'byHand' | 'peer' | 'glossograph';

/** A server to send requests to. */
export interface MeasuredServer {
  way: Way;
  pid: number;
  ask(body: string): Promise<string>;
  stop(): void;
}

const PROGRAM = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));
const READY_MS = 120_000;
const CONNECTIONS = 64;
const MOST_OF_LINE = 400;

/** Starts the statements written by hand, or the peer. */
export async function startOther(way: 'byHand' | 'peer', address: GraphAddress): Promise<MeasuredServer> {
  const { port, pid, stop } = await serve(way === 'byHand' ? 'scale/serve-by-hand.ts' : 'scale/serve-peer.ts', address);
  return measured(way, port, pid, stop);
}

/**
 * Starts Glossograph as `npm start` does, on the graph of another server. The other servers write no line in a log for
 * each request, so Glossograph writes only warnings.
 */
export async function startGlossograph(address: GraphAddress, cache: 'on' | 'off'): Promise<MeasuredServer> {
  const { uri, user, password } = address;
  const child = spawn(process.execPath, [PROGRAM, 'start'], {
    stdio: ['ignore', 'inherit', 'pipe'],
    env: {
      ...process.env,
      ...{ NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, PORT: '0', LOG_LEVEL: 'warn', MEANING: 'off' },
      RESPONSE_CACHE: cache === 'on' ? '' : 'off',
    },
  });
  const stop = () => void child.kill();
  // A server that writes warnings has a reason, which explains the figures.
  child.stderr.on('data', (chunk) => {
    for (const line of String(chunk).split('\n'))
      if (line.startsWith('{"level"')) console.error(line.slice(0, MOST_OF_LINE));
  });
  const port = await printedPort(child);
  await untilReady(port).catch((error) => {
    stop();
    throw error;
  });
  return measured('glossograph', port, child.pid ?? 0, stop);
}

function printedPort(child: ChildProcess): Promise<number> {
  return new Promise((done, fail) => {
    let printed = '';
    child.stderr?.on('data', (chunk) => {
      printed = (printed + String(chunk)).slice(-10_000);
      const port = /GraphQL\s+http:\/\/[\w.]+:(\d+)/.exec(printed)?.[1];
      if (port !== undefined) done(Number(port));
    });
    child.once('exit', () => fail(new Error(`Glossograph ended: ${printed.slice(-1_000)}`)));
  });
}

async function untilReady(port: number): Promise<void> {
  for (const until = Date.now() + READY_MS; Date.now() < until; ) {
    const { ok } = await fetch(`http://127.0.0.1:${port}/ready`);
    if (ok) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error('Glossograph was not ready within two minutes');
}

function measured(way: Way, port: number, pid: number, stop: () => void): MeasuredServer {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const ask = (text: string): Promise<string> => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
    const options = { host: '127.0.0.1', port, path: '/graphql', method: 'POST', agent, headers };
    return new Promise((done, fail) => {
      const sent = request(options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => done(Buffer.concat(chunks).toString()));
      });
      // A server closes a connection that was idle for seconds, perhaps just when the next request is sent.
      sent.once('error', (error) => (sent.reusedSocket ? ask(text).then(done, fail) : fail(error)));
      sent.end(text);
    });
  };
  return {
    way,
    pid,
    ask,
    stop: () => {
      agent.destroy();
      stop();
    },
  };
}
