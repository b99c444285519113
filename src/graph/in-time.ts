/** Work that was not done within its time. */
export class LateError extends Error {}

/**
 * Waits for work, but not longer than its time, in milliseconds. The work itself goes on.
 *
 * @throws LateError when time is up
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
