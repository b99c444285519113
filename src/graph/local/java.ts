import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import { LocalServerError, OTHER_WAYS } from './errors.ts';

const run = promisify(execFile);

/** The versions of Java on which Neo4j 5.26 is supported. */
const SUPPORTED = [17, 21];
const JVM_FOLDERS = ['/usr/lib/jvm', '/Library/Java/JavaVirtualMachines', '/opt/java'];

/**
 * Finds a Java that can run Neo4j 5.26: in JAVA_HOME, on the PATH, or in the usual installation folders.
 *
 * @throws LocalServerError NO_JAVA, which names the installations that were found and two solutions
 */
export async function findJava(
  env: NodeJS.ProcessEnv = process.env,
  folders: readonly string[] = JVM_FOLDERS,
): Promise<string> {
  const found: string[] = [];
  for (const java of await candidates(env, folders)) {
    const version = await majorVersion(java, env);
    if (version === null) continue;
    if (SUPPORTED.includes(version)) return java;
    found.push(`${java} is Java ${version}`);
  }
  const seen = found.length > 0 ? ` (${found.join('; ')})` : '';
  throw new LocalServerError(
    'NO_JAVA',
    `The local Neo4j server requires Java ${SUPPORTED.join(' or ')}, but no such version was found${seen}. Install Java (on Debian: apt-get install openjdk-17-jre-headless), set JAVA_HOME to an existing Java installation, or ${OTHER_WAYS}.`,
  );
}

async function candidates(env: NodeJS.ProcessEnv, folders: readonly string[]): Promise<string[]> {
  const installed = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(folder).catch(() => []);
      return names.sort().flatMap((name) => [`${folder}/${name}/bin/java`, `${folder}/${name}/Contents/Home/bin/java`]);
    }),
  );
  return [...(env.JAVA_HOME ? [`${env.JAVA_HOME}/bin/java`] : []), 'java', ...installed.flat()];
}

/** 17 for `openjdk version "17.0.15"`, 8 for `java version "1.8.0_402"`; null when it does not run. */
async function majorVersion(java: string, env: NodeJS.ProcessEnv): Promise<number | null> {
  try {
    const { stderr, stdout } = await run(java, ['-version'], { env, timeout: 20_000 });
    const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(stderr + stdout) ?? [];
    return first === undefined ? null : Number(first === '1' ? second : first);
  } catch {
    return null;
  }
}
