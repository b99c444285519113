/** The error for work that did not finish in time. */
export class LateError extends Error {}

/**
 * Waits for work, but not longer than the given number of milliseconds. The work itself continues.
 *
 * @throws LateError if the time runs out
 */
export async function inTime<T>(work: PromiseLike<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new LateError('the database does not respond')), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
