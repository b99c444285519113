import { inTime } from './in-time.ts';

/** So long, in milliseconds, a read in the background lets others plan first. Busy servers are warmed, too. */
const COURTESY_MS = 10_000;
/** One plan takes one core. */
const MOST_IN_BACKGROUND = 2;
/** More than Neo4j keeps plans of: from then on, each statement is planned by one read again. */
const MOST = 1_000;

/**
 * Lets one read of a statement go ahead until Neo4j has a plan for the statement. Neo4j does not share a plan that is still
 * being made, so it plans a statement once for each client that sends it at that time. On two cores, eight clients that sent the
 * same neighborhood to a restarted server kept each other waiting for more than 8 seconds.
 */
export class FirstReads {
  private readonly planned = new Set<string>();
  private readonly going = new Map<string, Promise<void>>();
  /** Those of `going` that a user waits for, and all others. */
  private readonly awaited = new Set<Promise<void>>();
  private readonly inBackground = new Set<Promise<void>>();

  /** Whether Neo4j has a plan for the statement, as far as this process knows. */
  has(text: string): boolean {
    return this.planned.has(text);
  }

  /**
   * Waits until no other read is the first one of the statement, or until the deadline, and begins. A read in the background
   * first lets others make their plans.
   *
   * @param deadline epoch milliseconds
   * @param isBackground whether no user waits for the read
   * @returns see `begin`
   */
  async turn(text: string, deadline: number, isBackground = false): Promise<(hasPlan: boolean) => void> {
    if (isBackground) await this.letOthersPlan(deadline);
    for (let first = this.going.get(text); first !== undefined; first = this.going.get(text)) {
      const left = deadline - Date.now();
      if (left <= 0) return () => undefined; // the reader reports that it is late
      await inTime(first, left).catch(() => undefined);
    }
    return this.begin(text, isBackground); // at once, so that no other read begins between
  }

  /** Waits until no user waits for a plan, but at most for 10 seconds, and until few plans are made in the background. */
  private async letOthersPlan(deadline: number): Promise<void> {
    const until = Math.min(deadline, Date.now() + COURTESY_MS);
    for (let [one] = this.awaited; one !== undefined && Date.now() < until; [one] = this.awaited) {
      await inTime(one, until - Date.now()).catch(() => undefined);
    }
    while (this.inBackground.size >= MOST_IN_BACKGROUND && Date.now() < deadline) {
      await inTime(Promise.race(this.inBackground), deadline - Date.now()).catch(() => undefined);
    }
  }

  /**
   * Begins a read. Other reads of the statement wait if this is the first one.
   *
   * @param isBackground whether no user waits for the read
   * @returns a function for the end of this wait: with true once Neo4j has a plan, with false if the read ended without one.
   * Only the first call counts.
   */
  begin(text: string, isBackground = false): (hasPlan: boolean) => void {
    if (this.planned.has(text)) return () => undefined;
    let release: () => void = () => undefined;
    const first = new Promise<void>((done) => (release = done));
    this.going.set(text, first);
    const kin = isBackground ? this.inBackground : this.awaited;
    kin.add(first);
    return (hasPlan) => {
      if (!kin.delete(first)) return;
      this.going.delete(text);
      if (this.planned.size >= MOST) this.planned.clear();
      if (hasPlan) this.planned.add(text);
      release();
    };
  }

  /** Forgets all plans: the connection to the server was lost, and the server may have been restarted. */
  forget(): void {
    this.planned.clear();
  }
}
