import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port of the loopback address on which nothing listens. */
export async function freePort(): Promise<number> {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const { port } = holder.address() as { port: number };
  holder.close();
  await once(holder, 'close');
  return port;
}
