import { createServer, type RequestListener, type Server } from 'node:http';

/** A server that listens. */
export interface Listening {
  /** `http://127.0.0.1:4000` */
  url: string;
  /** Takes no more requests, answers those that are under way, and closes; what is still open after `patienceMs` is cut. */
  stop(patienceMs?: number): Promise<void>;
}

/** The address cannot be listened on. The message says why, and the way out. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

const REASONS: Record<string, string> = {
  EADDRINUSE: 'the port is in use. Stop what uses it, or set PORT to another (0 takes a free one)',
  EACCES: 'this port is not allowed to you. Set PORT to one above 1023',
  EADDRNOTAVAIL: 'HOST is no address of this machine. Set it to 127.0.0.1, or to 0.0.0.0 for all',
  ENOTFOUND: 'HOST is a name that is not known. Set it to 127.0.0.1, or to 0.0.0.0 for all',
};

/**
 * Listens for an app.
 *
 * @throws ListenError
 */
export function listen(app: RequestListener, host: string, port: number): Promise<Listening> {
  const server = createServer(app);
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

async function stop(server: Server, patienceMs = 10_000): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  // Clients keep connections for the next request: each is closed as soon as its last answer is out.
  const closing = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), patienceMs);
  await closed;
  clearInterval(closing);
  clearTimeout(cut);
}
