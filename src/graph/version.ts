/** The version of the graph. Caches use it to check whether the graph has changed. */
import type { Driver } from 'neo4j-driver';
import { inTime } from './in-time.ts';
import { StatementObservers } from './observe.ts';
import { collect, type Runner } from './run.ts';
import { openSession, release } from './session.ts';

// Several nodes can only come from processes that created them at the same moment. All of them are raised, and all are read.
const RAISE = `MERGE (version:GraphVersion)
SET version.number = coalesce(version.number, 0) + 1, version.token = randomUUID()`;
const READ = 'MATCH (version:GraphVersion) RETURN version.number AS number, version.token AS token ORDER BY token';

/**
 * Increases the version of the graph, as the last statement of a transaction that writes. The node is locked until
 * Neo4j has applied the whole transaction, so versions follow one another. Because this lock is the last one, it cannot
 * cause a deadlock.
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
 * Reads the version of a graph for all requests of a process.
 *
 * A version consists of the number that Glossograph's writes increase and Neo4j's bookmark, which changes with every
 * transaction of any program. A version is *settled* when a second read, which must wait for this bookmark, finds the
 * same version. While Neo4j applies a transaction, other reads can see one part of it, such as its number, and miss
 * another part.
 */
export class GraphVersions {
  private readonly driver: Driver;
  private readonly database: string | undefined;
  private readonly observers: StatementObservers;
  private settled: string | undefined;
  private settling = false;
  private readAt = Number.NEGATIVE_INFINITY;
  private running: Promise<VersionRead | undefined> | undefined;
  private next: Promise<VersionRead | undefined> | undefined;

  constructor(driver: Driver, database?: string | undefined, observers = new StatementObservers()) {
    this.driver = driver;
    this.database = database;
    this.observers = observers;
  }

  /**
   * The version of the graph, from a read that starts after this call. Callers that wait at the same time share a read.
   * The version therefore reflects every write that was acknowledged before the call. Undefined if the version is not
   * settled, or if the database does not return it; in both cases, cached responses must not be used. Never rejects.
   */
  async current(): Promise<string | undefined> {
    const found = await this.read();
    return found !== undefined && found.version === this.settled ? found.version : undefined;
  }

  /**
   * A settled version that the graph had a moment ago. Undefined if none is known. Everything that is read from now on
   * has this version or a later one. The call costs nothing. An old version is read again in the background.
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
      const rows = await this.observers.watch('version', READ, () =>
        inTime(collect<{ number: number | bigint; token: string }>(session.run(READ)), patienceMs),
      );
      if (rows.length === 0) return undefined; // a graph without migrations
      const marks = [...session.lastBookmarks()];
      return {
        version: JSON.stringify([rows.map(({ number, token }) => [Number(number), token]), marks]),
        bookmarks: marks,
      };
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
  readonly observers?: StatementObservers;
}
const known = new WeakMap<object, GraphVersions>();

/** The versions of a graph. All requests to a graph share one object. */
export function versionsOf(graph: Databases): GraphVersions {
  const versions = known.get(graph) ?? new GraphVersions(graph.driver, graph.database, graph.observers);
  known.set(graph, versions);
  return versions;
}
