import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { JARS_DIR } from './jars.ts';
import { QUICK_JVM } from './java.ts';

const SERVER = fileURLToPath(new URL('../../src/graph/local/server.ts', import.meta.url));

/** Another process that owns a folder's server, as `glossograph start` would. */
export async function otherOwner(dataDir: string): Promise<ChildProcess> {
  const program = `import { ensureLocal } from ${JSON.stringify(SERVER)};
    const local = await ensureLocal(${JSON.stringify({ dataDir, jarsDir: JARS_DIR, jvm: QUICK_JVM })});
    console.log('up', local.owned); setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((done) => child.stdout?.on('data', (chunk) => String(chunk).includes('up true') && done(null)));
  return child;
}
