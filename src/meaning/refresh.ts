/** Keeps the vectors of the graph's texts up to date. After an import, vectors are computed for the changed texts. */
import type { Driver } from 'neo4j-driver';
import { meaning, type PassageRows } from '../../cypher/meaning/index.ts';
import { type Runner, run } from '../graph/run.ts';
import { inSession } from '../graph/session.ts';
import { raiseVersion } from '../graph/version.ts';
import type { Embedder } from './embedder.ts';
import { hashOf, type Passage, passagesOf } from './passages.ts';

/** The progress of a refresh, in passages. */
export interface MeaningProgress {
  done: number;
  total: number;
}

/** The result of a refresh. */
export interface MeaningSummary {
  /** The number of passages for which a vector was computed. */
  made: number;
  /** The number of entities whose vectors were removed. */
  forgotten: number;
  /** False if some entities have no vectors because the graph is too large. */
  isWhole: boolean;
}

/** Options of `refreshMeaning`. */
export interface RefreshOptions {
  onProgress?: (progress: MeaningProgress) => void;
  /** Ends the work after the current batch. Finished vectors are kept. */
  signal?: AbortSignal;
}

const PAGE = 2_000;
const BATCH = 50; // entities
/** Beyond this, making vectors takes longer than a quarter of an hour on two cores, and our own entities come first. */
const MOST_PASSAGES = 100_000;

/**
 * Computes the vectors of all new and changed texts, and removes those of deleted texts. It can be stopped at any time
 * and can run in several processes: the next run continues with the missing vectors.
 */
export async function refreshMeaning(
  driver: Driver,
  database: string | undefined,
  embedder: Embedder,
  { onProgress = () => undefined, signal }: RefreshOptions = {},
): Promise<MeaningSummary> {
  const { open, stale, isWhole } = await changesOf(driver, database);
  const total = open.reduce((sum, { passages }) => sum + passages.length, 0);
  let done = 0;
  onProgress({ done, total });
  for (let at = 0; at < open.length && !signal?.aborted; at += BATCH) {
    const rows: PassageRows[] = [];
    for (const { of, hash, isOwn, passages } of open.slice(at, at + BATCH)) {
      const made: PassageRows['passages'] = [];
      for (const [nth, { text, weight }] of passages.entries()) {
        made.push({ nth, weight, text, vector: await embedder.ofText(text) });
      }
      rows.push({ of, hash, isOwn, passages: made });
      done += passages.length;
    }
    await write(driver, database, (tx) => run(tx, meaning.put, { rows }));
    onProgress({ done, total });
  }
  for (let at = 0; at < stale.length && !signal?.aborted; at += PAGE) {
    await write(driver, database, (tx) => run(tx, meaning.forget, { ids: stale.slice(at, at + PAGE) }));
  }
  return { made: done, forgotten: stale.length, isWhole };
}

/** An entity whose vectors are to be made. */
interface OpenEntity {
  of: string;
  hash: string;
  isOwn: boolean;
  passages: Passage[];
}

/**
 * Compares the texts with what their vectors were made of. Reads our own entities first, and no more than can have vectors, so that
 * a very large graph does not have to fit into memory.
 */
async function changesOf(driver: Driver, database: string | undefined) {
  return inSession(driver, database, 'READ', async (session) => {
    const known = new Map((await run(session, meaning.known, {})).map(({ of, hash }) => [of, hash]));
    const stale = new Set(known.keys());
    const headings = new Map<string, string>();
    const open: OpenEntity[] = [];
    let kept = 0;
    for (const isOwn of [true, false]) {
      for (let after = ''; ; ) {
        const page = await run(session, meaning.texts, { isOwn, after, limit: PAGE });
        for (const entity of page) {
          // A section comes before its paragraphs, because its id is the beginning of theirs.
          if (entity.citation && entity.heading) headings.set(entity.citation, entity.heading);
          const passages = passagesOf(entity, (citation) => headings.get(citation));
          if (passages.length === 0) continue;
          kept += passages.length;
          if (kept > MOST_PASSAGES) return { open, stale: [...stale], isWhole: false };
          stale.delete(entity.id);
          const hash = hashOf(passages);
          if (known.get(entity.id) !== hash) open.push({ of: entity.id, hash, isOwn, passages });
        }
        const last = page.at(-1);
        if (last === undefined || page.length < PAGE) break;
        after = last.id;
      }
    }
    return { open, stale: [...stale], isWhole: true };
  });
}

const write = (driver: Driver, database: string | undefined, work: (tx: Runner) => Promise<unknown>) =>
  inSession(driver, database, 'WRITE', (session) =>
    session.executeWrite(async (tx) => {
      await work(tx);
      await raiseVersion(tx);
    }),
  );
