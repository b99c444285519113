/** vitest's global set-up: a Neo4j for each worker. TEST_NEO4J says which: container, embedded, external, or auto. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { GenericContainer, getContainerRuntimeClient, type StartedTestContainer, Wait } from 'testcontainers';
import type { TestProject } from 'vitest/node';
import { type GraphAddress, openDriver } from '../../src/graph/connect.ts';
import { ensureJars } from '../../src/graph/local/jars.ts';
import { ensureLocal } from '../../src/graph/local/server.ts';
import { RUN_LABEL } from '../containers/engine.ts';
import { leaveAsFound, refuseUnlessEmpty } from './graph.ts';
import { JARS_DIR } from './jars.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** One for each worker. */
    neo4j: GraphAddress[];
    /** A folder of this run, in which each worker notes the fixture that its Neo4j holds. */
    notes: string;
  }
}

const MODES = ['container', 'embedded', 'external', 'auto'] as const;
type Mode = (typeof MODES)[number];

/** A Neo4j for a worker, and how to let go of it. */
interface Opened extends GraphAddress {
  what: string;
  close(): Promise<void>;
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { vitest } = project;
  const { open, why } = await wayTo(process.env.TEST_NEO4J ?? 'auto');
  const count = Math.min(vitest.config.maxWorkers, vitest.state.getPaths().length);
  const opened = await Promise.all(Array.from({ length: count }, open));
  for (const { what } of opened) console.log(`Neo4j for this run: ${what} (${why})`);
  project.provide(
    'neo4j',
    opened.map(({ uri, user, password, database }) => ({ uri, user, password, database })),
  );
  const notes = await mkdtemp(join(tmpdir(), 'glossograph-notes-'));
  project.provide('notes', notes);
  return async () => {
    await Promise.all(opened.map(({ close }) => close()));
    await rm(notes, { recursive: true });
  };
}

/** A mode that is asked for by name never falls back. */
async function wayTo(asked: string): Promise<{ open: () => Promise<Opened>; why: string }> {
  if (!(MODES as readonly string[]).includes(asked)) throw new Error(`TEST_NEO4J: ${MODES.join(', ')}, not "${asked}"`);
  if (asked !== 'auto') return { open: OPEN[asked as Exclude<Mode, 'auto'>], why: `TEST_NEO4J=${asked}` };
  if (process.env.NEO4J_URI) return { open: OPEN.external, why: 'auto: NEO4J_URI is set' };
  try {
    await getContainerRuntimeClient();
    return { open: OPEN.container, why: 'auto: a Docker engine answers' };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return { open: OPEN.embedded, why: `auto: no container to be had, ${reason}` };
  }
}

let jars: Promise<unknown> | undefined;
const told = (what: string) => console.log(`local Neo4j: ${what}`);

const OPEN: Record<Exclude<Mode, 'auto'>, () => Promise<Opened>> = {
  async container() {
    const password = 'test-password';
    const container: StartedTestContainer = await new GenericContainer('neo4j:5.26-community')
      // By this label, `npm run test:containers` finds what a killed run has left.
      .withLabels({ [RUN_LABEL]: process.env.TEST_RUN ?? '' })
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
    jars ??= ensureJars(resolve(JARS_DIR), told); // once, not at the same time
    await jars;
    const dataDir = await mkdtemp(join(tmpdir(), 'glossograph-test-'));
    // With all of the JVM's compilers: this server plans thousands of statements, sooner once its planner is compiled well.
    const local = await ensureLocal({ dataDir, jarsDir: JARS_DIR, told });
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
