/** The table of promises: one line for each, printed as it comes. */
const NAME = 44;
let broken = 0;

/** Prints one promise with its figures. */
export function promise(name: string, holds: boolean, figures: string): void {
  if (!holds) broken += 1;
  console.log(`${holds ? 'kept  ' : 'BROKEN'} ${name.padEnd(NAME)} ${figures}`);
}

/** Prints a promise that cannot be checked here, and why. */
export const skipped = (name: string, why: string): void => console.log(`-      ${name.padEnd(NAME)} skipped: ${why}`);

/** The number of promises that were not kept. */
export const brokenPromises = (): number => broken;

/** "1.2 s" */
export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
