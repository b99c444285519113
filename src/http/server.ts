import { createServer, type RequestListener, type Server } from 'node:http';
import type { Config } from '../config.ts';

/** A server that is listening. */
export interface Listening {
  /** The base URL, such as `http://127.0.0.1:4000`. */
  url: string;
  /**
   * Stops accepting requests, responds to those in progress, and closes. After `patienceMs`, it closes all open
   * connections.
   */
  stop(patienceMs?: number): Promise<void>;
}

/** The error if the server cannot listen on the address. The message states the reason and the solution. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

const REASONS: Record<string, string> = {
  EADDRINUSE:
    'the port is already in use. Stop the program that uses the port, or set PORT to another port (0 selects a free port)',
  EACCES: 'you do not have permission to use this port. Set PORT to a port above 1023',
  EADDRNOTAVAIL: 'HOST is not an address of this machine. Set HOST to 127.0.0.1, or to 0.0.0.0 for all addresses',
  ENOTFOUND: 'the host name in HOST cannot be resolved. Set HOST to 127.0.0.1, or to 0.0.0.0 for all addresses',
};

/** The limits on connections. */
export type ConnectionLimits = Pick<Config, 'MAX_CONNECTIONS' | 'HEADERS_TIMEOUT_MS' | 'RECEIVE_TIMEOUT_MS'>;

/** How often node:http looks for clients that exceed their time, in milliseconds. Its default is 30 seconds. */
const CHECK_MS = 1_000;

/**
 * Starts a server for an app. Without limits, the defaults of node:http apply.
 *
 * @throws ListenError
 */
export function listen(
  app: RequestListener,
  host: string,
  port: number,
  limits?: ConnectionLimits,
): Promise<Listening> {
  const server = createServer({ connectionsCheckingInterval: CHECK_MS, ...(limits && timeoutsOf(limits)) }, app);
  if (limits) server.maxConnections = limits.MAX_CONNECTIONS;
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      fail(new ListenError(`Cannot listen on ${host}:${port}: ${REASONS[error.code ?? ''] ?? error.code}.`));
    });
    server.listen(port, host, () => {
      const address = server.address();
      const actual = typeof address === 'object' && address ? address.port : port;
      done({
        url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
        stop: (patience) => stop(server, patience),
      });
    });
  });
}

/** node:http refuses a time for headers that is longer than the time for the request. */
const timeoutsOf = ({ HEADERS_TIMEOUT_MS, RECEIVE_TIMEOUT_MS }: ConnectionLimits) => ({
  requestTimeout: RECEIVE_TIMEOUT_MS,
  headersTimeout: Math.min(HEADERS_TIMEOUT_MS, RECEIVE_TIMEOUT_MS),
});

async function stop(server: Server, patienceMs = 10_000): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  // Clients keep connections open for their next request: close each one once its last response is sent.
  const closing = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), patienceMs);
  await closed;
  clearInterval(closing);
  clearTimeout(cut);
}
