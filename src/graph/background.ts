import type { ReadBounds } from './connect.ts';

/** The time limit of one request of a warm-up; a busy machine plans slowly. */
const PATIENCE_MS = 30_000;

/** The bounds of a request that no user waits for, such as one that only makes Neo4j plan a query. */
export const backgroundBounds = (signal: AbortSignal): ReadBounds & { deadline: number; signal: AbortSignal } => ({
  ...{ deadline: Date.now() + PATIENCE_MS, signal, isBackground: true },
});
