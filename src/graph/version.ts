/** The version of the graph: what keeps answers of the graph asks whether the graph is still the same. */
import type { Driver } from 'neo4j-driver';
import { inTime } from './in-time.ts';
import { collect, type Runner } from './run.ts';
import { openSession, release } from './session.ts';

// Several nodes can only come from processes that created them at the same moment. All of them are raised, and all are read.
const RAISE = `MERGE (version:GraphVersion)
SET version.number = coalesce(version.number, 0) + 1, version.token = randomUUID()`;
const READ = 'MATCH (version:GraphVersion) RETURN version.number AS number, version.token AS token ORDER BY token';

/**
 * Gives the graph its next version, as the last statement of a transaction that writes. The node is locked until Neo4j has
 * applied all of the transaction, so versions follow each other; as the last lock, it cannot be part of a deadlock.
 */
export async function raiseVersion(runner: Runner): Promise<void> {
  await collect(runner.run(RAISE, {}));
}

/** A database that does not tell its version in this time is too busy for the cache to help, in milliseconds. */
const PATIENCE_MS = 1_000;
/** How old the known version may be before it is read again without a request that waits for it, in milliseconds. */
const REFRESH_MS = 1_000;
/** Neo4j waits 30 seconds for a bookmark before it gives up, in milliseconds. */
const SETTLING_MS = 40_000;

/** A version, and the bookmark of the read that found it. */
interface VersionRead {
  readonly version: string;
  readonly bookmarks: readonly string[];
}

/**
 * Reads the version of a graph, for all requests of a process.
 *
 * A version is the number that the writers of Glossograph raise, and the bookmark of Neo4j, which every transaction of any
 * program changes. It is *settled* when a read that had to wait for this bookmark finds the same version again: while Neo4j
 * applies a transaction, other reads can see one part of it, such as its number, and miss another.
 */
export class GraphVersions {
  private readonly driver: Driver;
  private readonly database: string | undefined;
  private settled: string | undefined;
  private settling = false;
  private readAt = Number.NEGATIVE_INFINITY;
  private running: Promise<VersionRead | undefined> | undefined;
  private next: Promise<VersionRead | undefined> | undefined;

  constructor(driver: Driver, database?: string | undefined) {
    this.driver = driver;
    this.database = database;
  }

  /**
   * The version of the graph, by a read that starts after this call; callers that wait at the same time share a read. So no
   * write that was acknowledged before the call is missing in it. Undefined while the version is not settled, and when the
   * database does not tell it: then nothing can be said about answers that were kept. Never rejects.
   */
  async current(): Promise<string | undefined> {
    const found = await this.read();
    return found !== undefined && found.version === this.settled ? found.version : undefined;
  }

  /**
   * A settled version that the graph had a moment ago; undefined when none is known. What is read from now on is of this
   * version or of a later one. Costs nothing; an old version is read again meanwhile.
   */
  known(): string | undefined {
    if (this.running === undefined && performance.now() - this.readAt > REFRESH_MS) void this.start();
    return this.settled;
  }

  /** A read under way may have started before a write, so it serves only those who waited for its start. */
  private read(): Promise<VersionRead | undefined> {
    if (this.running === undefined) return this.start();
    this.next ??= this.running.then(() => {
      this.next = undefined;
      return this.start();
    });
    return this.next;
  }

  private start(): Promise<VersionRead | undefined> {
    this.readAt = performance.now();
    const reading = this.ask([], PATIENCE_MS).then((found) => {
      this.running = undefined;
      if (found?.version !== this.settled) this.settled = undefined;
      if (found !== undefined && this.settled === undefined) void this.settle(found);
      return found;
    });
    this.running = reading;
    return reading;
  }

  private async settle({ version, bookmarks }: VersionRead): Promise<void> {
    if (this.settling) return;
    this.settling = true;
    const again = await this.ask(bookmarks, SETTLING_MS);
    this.settling = false;
    // A read that ended meanwhile may have found a later version; its own settling was left out, so the next read tries again.
    if (again?.version === version) this.settled = version;
  }

  private async ask(bookmarks: readonly string[], patienceMs: number): Promise<VersionRead | undefined> {
    const session = openSession(this.driver, this.database, 'READ', undefined, bookmarks);
    try {
      const rows = await inTime(collect<{ number: number; token: string }>(session.run(READ)), patienceMs);
      if (rows.length === 0) return undefined; // a graph without migrations
      const marks = [...session.lastBookmarks()];
      return { version: JSON.stringify([rows.map(({ number, token }) => [number, token]), marks]), bookmarks: marks };
    } catch {
      return undefined; // the request itself meets the error, if there is one
    } finally {
      release(session);
    }
  }
}

interface Databases {
  readonly driver: Driver;
  readonly database: string | undefined;
}
const known = new WeakMap<object, GraphVersions>();

/** The versions of a graph: one object for all requests to it. */
export function versionsOf(graph: Databases): GraphVersions {
  const versions = known.get(graph) ?? new GraphVersions(graph.driver, graph.database);
  known.set(graph, versions);
  return versions;
}
