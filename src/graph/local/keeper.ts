/**
 * The process between Glossograph and its Neo4j. It starts the server and stops it when its parent process exits. It
 * detects this because its standard input closes, no matter how the parent exits. It has a separate process group, so
 * Ctrl-C in a terminal reaches only Glossograph, and Glossograph controls the order of the shutdown. It kills the
 * server only if the server has not stopped after a minute, which is enough time to write its data. If the disk is
 * full, the server never stops by itself, so the keeper kills it after 15 seconds.
 *
 * The arguments are the data folder, the log file, java, and java's arguments. The process prints `started PID` when
 * Bolt is listening, or it exits.
 */
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { clear } from './folder.ts';
import { STARTED } from './main-class.ts';
import { isDiskFull } from './space.ts';

const PATIENCE_MS = 60_000;
const FULL_DISK_PATIENCE_MS = 15_000;
const LOG_PATIENCE_MS = 2_000;

const [dataDir = '', logFile = '', java = '', ...args] = process.argv.slice(2);
const log = createWriteStream(logFile);
let logging = true;
// On a full disk the log ends; the server goes on, and so does whoever must stop it.
log.on('error', () => {
  logging = false;
});
const write = (text: Buffer | string) => {
  if (logging) log.write(text);
};
const server = spawn(java, args, { stdio: ['ignore', 'pipe', 'pipe'] });

let heard = '';
const listen = (chunk: Buffer) => {
  write(chunk);
  heard += chunk.toString();
  if (!STARTED.test(heard)) return;
  process.stdout.write(`started ${server.pid}\n`);
  server.stdout.off('data', listen).on('data', write);
};
server.stdout.on('data', listen);
server.stderr.on('data', write);
server.on('error', (error) => write(`${error.message}\n`));
server.on('close', async (code) => {
  await clear(dataDir).catch(() => undefined);
  const end = () => process.exit(code === 0 || stopping ? 0 : 1);
  setTimeout(end, LOG_PATIENCE_MS);
  log.end(end);
});

let stopping = false;
function stop() {
  if (stopping) return;
  stopping = true;
  server.kill('SIGTERM');
  const kill = () => server.kill('SIGKILL');
  setTimeout(kill, PATIENCE_MS).unref();
  setTimeout(() => void isDiskFull(dataDir).then((full) => full && kill()), FULL_DISK_PATIENCE_MS).unref();
}
process.stdin.on('end', stop).on('error', stop).resume();
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.on('SIGHUP', stop);
process.on('uncaughtException', stop); // never leave the server without a keeper
process.stdout.on('error', () => undefined); // the parent may be gone
