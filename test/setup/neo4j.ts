/** vitest's global set-up: one Neo4j for the run. TEST_NEO4J says which: container, embedded, external, or auto. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GenericContainer, getContainerRuntimeClient, type StartedTestContainer, Wait } from 'testcontainers';
import type { TestProject } from 'vitest/node';
import { type GraphAddress, openDriver } from '../../src/graph/connect.ts';
import { ensureLocal } from '../../src/graph/local/server.ts';
import { leaveAsFound, refuseUnlessEmpty } from './graph.ts';
import { JARS_DIR } from './jars.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    neo4j: GraphAddress;
  }
}

const MODES = ['container', 'embedded', 'external', 'auto'] as const;
type Mode = (typeof MODES)[number];

/** A Neo4j for the run, and how to let go of it. */
interface Opened extends GraphAddress {
  what: string;
  close(): Promise<void>;
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { opened, why } = await open(process.env.TEST_NEO4J ?? 'auto');
  console.log(`Neo4j for this run: ${opened.what} (${why})`);
  const { uri, user, password, database } = opened;
  project.provide('neo4j', { uri, user, password, database });
  return opened.close;
}

/** A mode that is asked for by name never falls back. */
async function open(asked: string): Promise<{ opened: Opened; why: string }> {
  if (!(MODES as readonly string[]).includes(asked)) throw new Error(`TEST_NEO4J: ${MODES.join(', ')}, not "${asked}"`);
  if (asked !== 'auto') return { opened: await OPEN[asked as Exclude<Mode, 'auto'>](), why: `TEST_NEO4J=${asked}` };
  if (process.env.NEO4J_URI) return { opened: await OPEN.external(), why: 'auto: NEO4J_URI is set' };
  try {
    await getContainerRuntimeClient();
    return { opened: await OPEN.container(), why: 'auto: a Docker engine answers' };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return { opened: await OPEN.embedded(), why: `auto: no container to be had, ${reason}` };
  }
}

const OPEN: Record<Exclude<Mode, 'auto'>, () => Promise<Opened>> = {
  async container() {
    const password = 'test-password';
    const container: StartedTestContainer = await new GenericContainer('neo4j:5.26-community')
      // A guide to FHIR is one transaction, for which the image's own heap is small.
      .withEnvironment({ NEO4J_AUTH: `neo4j/${password}`, NEO4J_server_memory_heap_max__size: '2g' })
      .withExposedPorts(7687)
      .withWaitStrategy(Wait.forLogMessage(/Started\./))
      .withStartupTimeout(120_000)
      .start();
    const uri = `bolt://${container.getHost()}:${container.getMappedPort(7687)}`;
    return {
      ...{ uri, user: 'neo4j', password, what: `container ${container.getId().slice(0, 12)}` },
      close: async () => void (await container.stop()),
    };
  },

  async embedded() {
    const dataDir = await mkdtemp(join(tmpdir(), 'glossograph-test-'));
    // A run is short: the quick compiler alone plans sooner.
    const local = await ensureLocal({
      jvm: ['-XX:TieredStopAtLevel=1'],
      dataDir,
      jarsDir: JARS_DIR,
      told: (what) => console.log(`local Neo4j: ${what}`),
    });
    const { uri, user, password, version } = local;
    return {
      ...{ uri, user, password, what: `embedded ${version} in a folder of its own` },
      close: async () => {
        await local.stop();
        await rm(dataDir, { recursive: true, force: true });
      },
    };
  },

  async external() {
    const {
      NEO4J_URI: uri,
      NEO4J_USER: user = 'neo4j',
      NEO4J_PASSWORD: password = '',
      NEO4J_DATABASE: database,
    } = process.env;
    if (!uri) throw new Error('TEST_NEO4J=external needs NEO4J_URI');
    const driver = openDriver({ uri, user, password });
    await refuseUnlessEmpty(driver, database);
    return {
      ...{ uri, user, password, database, what: `external ${uri}` },
      close: async () => {
        await leaveAsFound(driver, database);
        await driver.close();
      },
    };
  },
};
