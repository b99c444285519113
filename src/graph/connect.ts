import neo4j, { type Driver } from 'neo4j-driver';
import { isConnectionLost, isRetriable, timedOut, translate } from './errors.ts';
import { FirstReads } from './first-reads.ts';
import { inTime } from './in-time.ts';
import { StatementObservers } from './observe.ts';
import { ping } from './online.ts';
import { within } from './patience.ts';
import { planAnew, ReadStatements, withKeptPlan } from './plans.ts';
import { collect } from './run.ts';
import { openSession, openSessions, release } from './session.ts';

/** The address of a Neo4j server, with the user name and the password. */
export interface GraphAddress {
  uri: string;
  user: string;
  password: string;
  /** The name of the database. If absent, the server's default database is used. */
  database?: string | undefined;
}

/** The deadline of a response (epoch milliseconds), and a signal that is aborted when the client disconnects. */
export interface ReadBounds {
  deadline?: number | undefined;
  signal?: AbortSignal | undefined;
  /**
   * The number of records that the server sends at a time. Other requests can run between these batches. If undefined,
   * the driver's default applies.
   */
  fetchSize?: number | undefined;
  /** Whether no user waits for this read: see `backgroundBounds`. Such a read lets others make their plans first. */
  isBackground?: boolean | undefined;
}

const DEFAULT_TIMEOUT_MS = 8_000;
const ATTEMPTS = 3;
const FAREWELL_MS = 2_000;
/** The most connections to a server that a driver opens at the same time. */
export const MOST_CONNECTIONS = 64;

/**
 * Opens a driver with short timeouts, plain numbers, no telemetry, and no notifications.
 *
 * @param exactIntegers whether integers are bigints, so that they differ from floats and none is rounded
 */
export function openDriver({ uri, user, password }: GraphAddress, exactIntegers = false): Driver {
  return neo4j.driver(uri, neo4j.auth.basic(user, password), {
    ...(exactIntegers ? { useBigInt: true } : { disableLosslessIntegers: true }),
    telemetryDisabled: true,
    connectionTimeout: 3_000,
    connectionAcquisitionTimeout: 4_000,
    connectionLivenessCheckTimeout: 10_000,
    maxConnectionPoolSize: MOST_CONNECTIONS,
    maxTransactionRetryTime: 10_000,
    notificationFilter: { minimumSeverityLevel: 'OFF' },
  });
}

/** Closes a driver. Waits only briefly because a frozen server would never close its connections. */
export async function closeDriver(driver: Driver): Promise<void> {
  await inTime(driver.close(), FAREWELL_MS).catch(() => undefined);
}

/** Reads from Neo4j. */
export class Graph {
  readonly driver: Driver;
  readonly database: string | undefined;
  readonly observers = new StatementObservers();
  private readonly readStatements = new ReadStatements();
  private readonly firstReads = new FirstReads();
  private probe: Promise<boolean> | undefined;

  constructor(driver: Driver, database?: string | undefined) {
    this.driver = driver;
    this.database = database;
  }

  static open(address: GraphAddress): Graph {
    return new Graph(openDriver(address), address.database);
  }

  /**
   * Reads the rows of one statement. The statement runs in auto-commit mode, which needs one round trip less than a
   * managed transaction. Errors that the driver calls retriable are therefore retried here, with increasing pauses,
   * until the deadline.
   *
   * @param onRow called with each row as soon as it arrives; after a retry, again with the rows from the first
   * @throws GraphQLError TIMEOUT, DATABASE_UNAVAILABLE, LIMIT_EXCEEDED; other errors are unchanged
   */
  async read<Row extends object>(
    text: string,
    params: object,
    bounds: ReadBounds = {},
    onRow?: (row: Row) => void,
  ): Promise<Row[]> {
    const deadline = bounds.deadline ?? Date.now() + DEFAULT_TIMEOUT_MS;
    this.readStatements.add(text);
    for (let attempt = 1; ; attempt += 1) {
      try {
        const attempt = () => this.attempt<Row>(text, params, { ...bounds, deadline }, onRow);
        return await this.observers.watch('read', text, attempt);
      } catch (error) {
        if (isConnectionLost(error)) this.firstReads.forget();
        const pause = 40 * 3 ** attempt;
        if (attempt >= ATTEMPTS || !isRetriable(error) || Date.now() + pause >= deadline) throw translate(error);
        await new Promise((done) => setTimeout(done, pause));
      }
    }
  }

  private async attempt<Row extends object>(
    text: string,
    params: object,
    { deadline, signal, fetchSize, isBackground = false }: ReadBounds & { deadline: number },
    onRow: ((row: Row) => void) | undefined,
  ): Promise<Row[]> {
    const left = deadline - Date.now();
    if (left <= 0 || signal?.aborted) throw timedOut();
    const session = openSession(this.driver, this.database, 'READ', fetchSize);
    let [started, isOver] = [false, false];
    let planned: (hasPlan: boolean) => void = () => undefined;
    const onStart = () => {
      started = true;
      planned(true);
    };
    const send = () => {
      const timeout = Math.max(1, Math.ceil(deadline - Date.now()));
      // Neo4j keeps a plan for each combination of parameter types. With `given` in every read, `replan` replaces the plan that is used.
      return collect<Row>(session.run(withKeptPlan(text), { given: {}, ...params }, { timeout }), onStart, onRow);
    };
    const sendInTurn = async () => {
      planned = await this.firstReads.turn(text, deadline, isBackground);
      if (!isOver) return send();
      planned(false);
      return [];
    };
    const rows = this.firstReads.has(text) ? send() : sendInTurn();
    try {
      return await within({ milliseconds: left, signal, isAlive: async () => started || this.isAlive() }, rows);
    } finally {
      isOver = true;
      planned(false);
      release(session);
    }
  }

  /**
   * Makes a new plan for each statement that this process has read, one at a time, until the signal aborts. Readers use the old
   * plans meanwhile. Ignores failures.
   */
  async replan(signal: AbortSignal): Promise<void> {
    for (const text of this.readStatements.latestFirst()) {
      if (signal.aborted) return;
      const session = openSession(this.driver, this.database, 'READ');
      const plan = () => collect(session.run(planAnew(text), { given: {} }));
      await this.observers.watch('replan', text, plan).catch(() => undefined);
      release(session);
    }
  }

  /** The number of reads by whether this process remembered the statement: see `ReadStatements`. */
  get reads(): Readonly<Record<'known' | 'new', number>> {
    return this.readStatements.reads;
  }

  /** The number of open sessions, each of which uses a connection or waits for one. */
  get sessions(): number {
    return openSessions(this.driver);
  }

  /** Whether the database responds to a trivial statement. Simultaneous callers share one statement. */
  isAlive(): Promise<boolean> {
    this.probe ??= ping(this.driver, this.database)
      .then((error) => error === null)
      .finally(() => {
        this.probe = undefined;
      });
    return this.probe;
  }

  /**
   * Whether the database responds and whether it contains a seed. Never throws. Both values are false if the database
   * does not respond in time.
   */
  async ready(timeoutMs = 1_500): Promise<{ database: boolean; seeded: boolean }> {
    try {
      const [row] = await this.read<{ seeded: boolean }>(
        'RETURN EXISTS { MATCH (:Import) } AS seeded',
        {},
        { deadline: Date.now() + timeoutMs },
      );
      return { database: true, seeded: row?.seeded === true };
    } catch {
      return { database: false, seeded: false };
    }
  }

  close(): Promise<void> {
    return closeDriver(this.driver);
  }
}
