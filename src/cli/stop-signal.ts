/** The signals with which people and service managers stop a process. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Ctrl-C can reach this process twice at once: from the terminal, and from npm, which passes signals on. In milliseconds. */
const ECHO_MS = 300;

/**
 * Resolves at the first signal. A second signal of any kind ends the process at once with exit code 1, without waiting for
 * requests in progress.
 */
export function stopSignal(): Promise<void> {
  return new Promise((done) => {
    let first: number | undefined;
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        if (first === undefined) {
          first = performance.now();
          done();
        } else if (performance.now() - first > ECHO_MS) process.exit(1);
      });
    }
  });
}
