import { connect, createServer, type Socket } from 'node:net';

/** COMMIT in the Bolt protocol: a message of two bytes, in its frame. */
const COMMIT = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00]);

/** What the proxy does with the next message, or the next COMMIT. */
export interface Cut {
  /** "answer": it arrives, and its answer is lost. "commit": it never arrives. "any": the next message never arrives. */
  at: 'answer' | 'commit' | 'any';
  /** How long nothing can be reached afterwards, in milliseconds. */
  downMs: number;
}

/** A proxy before a Neo4j whose connections break where a test wants it. */
export async function cuttingProxy(target: string): Promise<{ uri: string; arm(cut: Cut): void; close(): void }> {
  const { hostname: host, port } = new URL(target);
  const sockets = new Set<Socket>();
  let cut: Cut | undefined;
  let downUntil = 0;
  const server = createServer((client) => {
    if (Date.now() < downUntil) return void client.destroy();
    const database = connect(Number(port), host);
    for (const socket of [client, database]) sockets.add(socket.on('error', () => undefined));
    client.on('data', (data) => {
      if (cut !== undefined && (cut.at === 'any' || data.includes(COMMIT))) {
        const { at, downMs } = cut;
        cut = undefined;
        downUntil = Date.now() + downMs;
        for (const socket of sockets) if (socket !== database) socket.destroy();
        if (at !== 'answer') return void database.destroy();
        database.end(data);
        return;
      }
      database.write(data);
    });
    database.on('data', (data) => client.destroyed || client.write(data));
    client.on('close', () => setTimeout(() => database.destroy(), 2_000).unref());
    database.on('close', () => client.destroy());
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port: own } = server.address() as { port: number };
  return {
    uri: `bolt://127.0.0.1:${own}`,
    arm: (next) => {
      cut = next;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
