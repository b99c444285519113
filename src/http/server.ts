import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../config.ts';

/** A server that is listening. */
export interface Listening {
  /** The base URL, such as `http://127.0.0.1:4000`. */
  url: string;
  /**
   * Waits for the responses in progress, then stops listening and closes. Until then, the app can refuse new requests with
   * a response. After `patienceMs`, it closes all open connections.
   */
  stop(patienceMs?: number): Promise<void>;
}

/** The error if the server cannot listen on the address. The message states the reason and the solution. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/** The settings that contain a port. */
type PortSetting = 'PORT' | 'METRICS';

const reasons = (setting: PortSetting): Record<string, string> => ({
  EADDRINUSE: `the port is already in use. Stop the program that uses the port, or set ${setting} to another port${setting === 'PORT' ? ' (0 selects a free port)' : ''}`,
  EACCES: `you do not have permission to use this port. Set ${setting} to a port above 1023`,
  EADDRNOTAVAIL: 'HOST is not an address of this machine. Set HOST to 127.0.0.1, or to 0.0.0.0 for all addresses',
  ENOTFOUND: 'the host name in HOST cannot be resolved. Set HOST to 127.0.0.1, or to 0.0.0.0 for all addresses',
});

/** The limits on connections. */
export type ConnectionLimits = Pick<Config, 'MAX_CONNECTIONS' | 'HEADERS_TIMEOUT_MS' | 'RECEIVE_TIMEOUT_MS'>;

/** How often node:http looks for clients that exceed their time, in milliseconds. Its default is 30 seconds. */
const CHECK_MS = 1_000;
/** How many listeners a response may have. The streams of an export and the rooms that observe it are more than the usual ten. */
const MOST_LISTENERS = 20;
/** How often a server that stops looks for connections that it can close, in milliseconds. */
const CLOSING_MS = 50;

/**
 * Starts a server for an app. Without limits, the defaults of node:http apply.
 *
 * @param setting the setting that contains the port, for messages
 * @throws ListenError
 */
export function listen(
  app: RequestListener,
  host: string,
  port: number,
  limits?: ConnectionLimits,
  setting: PortSetting = 'PORT',
): Promise<Listening> {
  const server = createServer({ connectionsCheckingInterval: CHECK_MS, ...(limits && timeoutsOf(limits)) }, app);
  if (limits) server.maxConnections = limits.MAX_CONNECTIONS;
  const underWay = new Set<ServerResponse>();
  server.on('request', (_request, response) => {
    response.setMaxListeners(MOST_LISTENERS);
    underWay.add(response);
    response.once('close', () => underWay.delete(response));
  });
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      fail(new ListenError(`Cannot listen on ${host}:${port}: ${reasons(setting)[error.code ?? ''] ?? error.code}.`));
    });
    server.listen(port, host, () => {
      const address = server.address();
      const actual = typeof address === 'object' && address ? address.port : port;
      done({
        url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
        stop: (patience) => stop(server, underWay, patience),
      });
    });
  });
}

/** node:http refuses a time for headers that is longer than the time for the request. */
const timeoutsOf = ({ HEADERS_TIMEOUT_MS, RECEIVE_TIMEOUT_MS }: ConnectionLimits) => ({
  requestTimeout: RECEIVE_TIMEOUT_MS,
  headersTimeout: Math.min(HEADERS_TIMEOUT_MS, RECEIVE_TIMEOUT_MS),
});

async function stop(server: Server, underWay: ReadonlySet<unknown>, patienceMs = 10_000): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (underWay.size > 0 && performance.now() < deadline) await pause(CLOSING_MS);
  const closed = new Promise<void>((done) => server.close(() => done()));
  // Clients keep connections open for their next request: close each one once its last response is sent.
  const closing = setInterval(() => server.closeIdleConnections(), CLOSING_MS);
  const cut = setTimeout(() => server.closeAllConnections(), Math.max(0, deadline - performance.now()));
  await closed;
  clearInterval(closing);
  clearTimeout(cut);
}
