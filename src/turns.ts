/**
 * Long work in short turns. Between two turns, the event loop handles other requests. All long work of the process takes turns
 * together, so four large exports delay a light request no longer than one does.
 */

/** After so many milliseconds, the work that runs lets others go first. */
const LONGEST_MS = 8;

const waiting: (() => void)[] = [];
let began = 0;

/** Ends the turn of the work that calls it if the turn has been long: the promise resolves when it is this work's turn again. */
export function nextTurn(): Promise<void> | undefined {
  if (waiting.length === 0 && performance.now() - began < LONGEST_MS) return undefined;
  return new Promise((done) => {
    waiting.push(done);
    if (waiting.length === 1) setImmediate(begin);
  });
}

/** One turn for each round of the event loop. */
function begin(): void {
  began = performance.now();
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(begin);
}
