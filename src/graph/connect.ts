import neo4j, { type Driver, type Session } from 'neo4j-driver';
import { isRetriable, timedOut, translate, unavailable } from './errors.ts';

/** Where a Neo4j is and who asks. */
export interface GraphAddress {
  uri: string;
  user: string;
  password: string;
  /** The server's default database unless said. */
  database?: string | undefined;
}

/** Until when an answer is wanted (epoch ms), and a signal that nobody wants it any more. */
export interface ReadBounds {
  deadline?: number | undefined;
  signal?: AbortSignal | undefined;
  /** Records that the server sends in one go; between two of them there is time for others. The driver's own unless said. */
  fetchSize?: number | undefined;
}

const DEFAULT_TIMEOUT_MS = 8_000;
const ATTEMPTS = 3;
/** The server ends a transaction at its timeout itself; one that stays silent past this has died or is frozen. */
const GRACE_MS = 300;

/** The driver as Glossograph sets it: short patience, plain numbers, no telemetry and no notices. */
export function openDriver({ uri, user, password }: GraphAddress): Driver {
  return neo4j.driver(uri, neo4j.auth.basic(user, password), {
    disableLosslessIntegers: true,
    telemetryDisabled: true,
    connectionTimeout: 3_000,
    connectionAcquisitionTimeout: 4_000,
    connectionLivenessCheckTimeout: 10_000,
    maxConnectionPoolSize: 64,
    maxTransactionRetryTime: 10_000,
    notificationFilter: { minimumSeverityLevel: 'OFF' },
  });
}

/** The only door to Neo4j for those who read. */
export class Graph {
  readonly driver: Driver;
  readonly database: string | undefined;

  constructor(driver: Driver, database?: string | undefined) {
    this.driver = driver;
    this.database = database;
  }

  static open(address: GraphAddress): Graph {
    return new Graph(openDriver(address), address.database);
  }

  /**
   * The rows of one read statement. Auto-commit, which is a round trip less than a managed transaction; so it repeats
   * itself what the driver calls retriable, with growing pauses, until the deadline.
   *
   * @throws GraphQLError TIMEOUT, DATABASE_UNAVAILABLE, LIMIT_EXCEEDED; anything else as it came
   */
  async read<Row extends object>(text: string, params: object, bounds: ReadBounds = {}): Promise<Row[]> {
    const deadline = bounds.deadline ?? Date.now() + DEFAULT_TIMEOUT_MS;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt<Row>(text, params, deadline, bounds);
      } catch (error) {
        const pause = 40 * 3 ** attempt;
        if (attempt >= ATTEMPTS || !isRetriable(error) || Date.now() + pause >= deadline) throw translate(error);
        await new Promise((done) => setTimeout(done, pause));
      }
    }
  }

  private async attempt<Row extends object>(
    text: string,
    params: object,
    deadline: number,
    { signal, fetchSize }: ReadBounds,
  ): Promise<Row[]> {
    const left = deadline - Date.now();
    if (left <= 0 || signal?.aborted) throw timedOut();
    const session = this.driver.session({
      defaultAccessMode: neo4j.session.READ,
      ...(this.database !== undefined && { database: this.database }),
      ...(fetchSize !== undefined && { fetchSize }),
    });
    const answer = session.run(text, params, { timeout: Math.ceil(left) });
    const guard = patience(left + GRACE_MS, signal);
    try {
      const { records } = await Promise.race([answer, guard.gone]);
      return records.map((record) => record.toObject() as Row);
    } finally {
      guard.end();
      release(session);
    }
  }

  /** Does the database answer, and has it been seeded? Never throws; false for both when it does not answer in time. */
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
    return this.driver.close();
  }
}

/** Closing resets the connection, which ends on the server what still runs there. A frozen server would keep us waiting. */
function release(session: Session): void {
  session.close().catch(() => undefined);
}

/** A promise that fails when the server has been silent for too long, or when nobody waits for the answer any more. */
export function patience(milliseconds: number, signal: AbortSignal | undefined) {
  let end: () => void = () => undefined;
  const gone = new Promise<never>((_, fail) => {
    const timer = setTimeout(() => fail(unavailable()), milliseconds);
    const abort = () => fail(timedOut());
    signal?.addEventListener('abort', abort, { once: true });
    end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
  });
  gone.catch(() => undefined); // after the race nobody listens
  return { gone, end };
}
