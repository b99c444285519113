/** Requests to a running server, over kept connections. */
import { Agent, request } from 'node:http';

/** Answers that are longer are looked at only at their end, where a response has its errors. */
const MOST_KEPT = 8_000_000;
const agent = new Agent({ keepAlive: true });

/** Closes the kept connections, so that the program ends. */
export const closeConnections = (): void => agent.destroy();

/** A request, and the name under which its times are printed. */
export interface Sent {
  name: string;
  path: string;
  /** Sent as JSON by POST. Without it, the request is a GET. */
  body?: { query: string; variables: object };
  headers?: Record<string, string>;
}

/** A GraphQL request. */
export const graphqlRequest = (name: string, query: string, variables: object = {}): Sent => ({
  name,
  path: '/graphql',
  body: { query, variables },
});

/** How a request ended: with an answer without errors, refused as the server is too busy, at its deadline, or otherwise. */
export type Outcome = 'answered' | 'OVERLOADED' | 'TIMEOUT' | 'failed';

/** Sends a request and reads the whole answer. */
export async function send(base: string, { path, body, headers }: Sent): Promise<Outcome> {
  const answer = await text(base, path, body, headers).catch((error: Error) => {
    console.error(`${path}: ${error.message}`);
    return '';
  });
  if (answer === '' || answer.includes('"errors":[')) {
    const code = /"code":"(\w+)"/.exec(answer)?.[1];
    if (code === 'OVERLOADED' || code === 'TIMEOUT') return code;
    if (answer !== '') console.error(`${path}: ${code}`);
    return 'failed';
  }
  return 'answered';
}

/** The text of an answer. Of a long answer only the end, since one long string would keep other requests waiting on this side. */
export function text(base: string, path: string, body?: object, more: Record<string, string> = {}): Promise<string> {
  const sent = body === undefined ? '' : JSON.stringify(body);
  const headers = body && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) };
  const { hostname, port } = new URL(base);
  const method = body ? 'POST' : 'GET';
  return new Promise((done, fail) => {
    const asking = request({ hostname, port, path, method, agent, headers: { ...more, ...headers } }, (response) => {
      const kept: Buffer[] = [];
      let last: Buffer = Buffer.alloc(0);
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size < MOST_KEPT) kept.push(chunk);
        last = chunk;
      });
      response.on('end', () => done(size < MOST_KEPT ? Buffer.concat(kept).toString() : last.toString()));
      response.on('error', fail);
    });
    asking.once('error', (error: NodeJS.ErrnoException) => {
      // The server may close a connection that was idle at the moment at which it is used again: every client then sends anew.
      if (asking.reusedSocket && error.code === 'ECONNRESET') text(base, path, body, more).then(done, fail);
      else fail(error);
    });
    asking.end(sent);
  });
}
