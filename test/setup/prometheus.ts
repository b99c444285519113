/** A real Prometheus, for tests of the metrics and of the alert rules. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './ports.ts';

/** The path of a program; undefined if it is not on the PATH. */
export const findProgram = (name: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));

/** Starts Prometheus in a folder of its own. It reads the target every half second. The caller must stop it. */
export async function servePrometheus(program: string, { target, rules }: { target: string; rules: string }) {
  const folder = await mkdtemp(join(tmpdir(), 'glossograph-prometheus-'));
  const config = {
    global: { scrape_interval: '500ms', scrape_timeout: '400ms', evaluation_interval: '500ms' },
    rule_files: [rules],
    scrape_configs: [{ job_name: 'glossograph', static_configs: [{ targets: [target] }] }],
  };
  await writeFile(join(folder, 'prometheus.yml'), JSON.stringify(config)); // JSON is YAML
  const port = await freePort();
  const child = spawn(
    program,
    [
      `--config.file=${join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  const ended = once(child, 'exit');

  const get = async <Data>(path: string): Promise<Data> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    return ((await response.json()) as { data: Data }).data;
  };
  return {
    get,
    /** The first response that fulfills a condition. */
    async until<Data>(path: string, isEnough: (data: Data) => boolean, withinMs = 15_000): Promise<Data> {
      for (const deadline = Date.now() + withinMs; Date.now() < deadline; await pause(200)) {
        const data = await get<Data>(path).catch(() => undefined);
        if (data !== undefined && isEnough(data)) return data;
      }
      throw new Error(`Prometheus did not answer ${path} as expected. It said: ${said.slice(-2_000)}`);
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
