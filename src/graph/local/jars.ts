import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Checksums, readChecksums, wrongFile } from './checksums.ts';
import { LocalServerError, OTHER_WAYS } from './errors.ts';
import { MavenError, runMaven } from './maven.ts';
import { removeSignatures } from './unsigned.ts';

/** The version of the local Neo4j. */
export const NEO4J_VERSION = '5.26.30';
/** The list of expected hashes, before the signatures are removed. `npm run jars` writes it. */
export const JAR_CHECKSUMS = 'src/graph/local/jars.sha256';
const MEGABYTES = 123;

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>glossograph</groupId><artifactId>local-neo4j</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>${NEO4J_VERSION}</version></dependency>
  </dependencies>
</project>
`;

/** Receives the progress of a step, in words. */
export type Told = (what: string) => void;

/**
 * The folder with Neo4j's JARs. Maven downloads them the first time. The folder is either complete or absent: an
 * interrupted download starts over, and Maven's own cache keeps the files that have already arrived.
 *
 * @throws LocalServerError NO_MAVEN, DOWNLOAD_FAILED, CHANGED_DOWNLOAD
 */
export async function ensureJars(dataDir: string, told: Told, env: NodeJS.ProcessEnv = process.env): Promise<string> {
  const home = join(dataDir, `neo4j-${NEO4J_VERSION}`);
  const lib = join(home, 'lib');
  if (await exists(lib)) return lib;

  const expected = readChecksums(JAR_CHECKSUMS);
  told(`downloading Neo4j ${NEO4J_VERSION} with Maven (one time only): ${expected.size} files, about ${MEGABYTES} MB`);
  const work = join(home, `download-${process.pid}`);
  const log = join(home, 'download.log');
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  const arriving = join(work, 'lib');
  const watch = setInterval(() => void tellProgress(arriving, expected.size, told), 500);
  try {
    await copyJars(work, log, env);
    await refuseChanged(arriving, expected);
    await removeSignatures(arriving);
    await rename(arriving, lib).catch(async (error) => {
      if (!(await exists(lib))) throw error; // else another process was faster
    });
  } finally {
    clearInterval(watch);
    await rm(work, { recursive: true, force: true });
  }
  return lib;
}

/**
 * Maven checks only that a file arrived as the repository sent it. This check finds a file that someone has replaced in
 * the repository, on the way, or in Maven's cache.
 */
async function refuseChanged(folder: string, expected: Checksums): Promise<void> {
  const wrong = await wrongFile(folder, await readdir(folder), expected);
  if (wrong === undefined) return;
  throw new LocalServerError(
    'CHANGED_DOWNLOAD',
    `The download of Neo4j ${NEO4J_VERSION} was discarded: ${wrong}. Delete the file from Maven's local repository and try again, or ${OTHER_WAYS}.`,
  );
}

/**
 * Lets Maven copy the JARs to the folder `lib` in a work folder.
 *
 * @param log the file that receives everything that Maven prints
 * @throws LocalServerError NO_MAVEN, DOWNLOAD_FAILED
 */
export async function copyJars(work: string, log: string, env: NodeJS.ProcessEnv): Promise<void> {
  await writeFile(join(work, 'pom.xml'), POM);
  const args = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${join(work, 'lib')}`];
  await runMaven(args, { cwd: work, env, log: createWriteStream(log) }).catch((error: unknown) => {
    if (!(error instanceof MavenError)) throw error;
    if (error.reason === null)
      throw new LocalServerError(
        'NO_MAVEN',
        `Maven (mvn) is required to download the local Neo4j server, but Maven was not found. Install Maven (on Debian: apt-get install maven), or ${OTHER_WAYS}.`,
      );
    throw new LocalServerError(
      'DOWNLOAD_FAILED',
      `Maven could not download Neo4j ${NEO4J_VERSION}: ${error.reason}. The Maven log is ${log}. Try again, or ${OTHER_WAYS}.`,
    );
  });
}

async function tellProgress(folder: string, count: number, told: Told): Promise<void> {
  const files = await readdir(folder).catch(() => []);
  if (files.length > 0) told(`${files.length} of ${count} files`);
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
