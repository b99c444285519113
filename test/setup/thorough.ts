/**
 * How much of a universal rule a run tries. `npm test` tries a sample of all pages, editions, and random inputs, so that the
 * suite takes minutes. `npm run test:thorough` (THOROUGH=1) tries all of them.
 */
export const THOROUGH = process.env.THOROUGH === '1';

/** All of a list in a thorough run, or else the first of every `step` members, so that each part of the list has some. */
export const sampleOf = <Member>(all: readonly Member[], step: number): Member[] =>
  THOROUGH ? [...all] : all.filter((_, i) => i % step === 0);

/** The number of rounds of a test: `many` in a thorough run, or else `few`. */
export const rounds = (few: number, many: number): number => (THOROUGH ? many : few);
