/** The options of `npm run bench:scale`. */
import { parseArgs } from 'node:util';

/** What a run measures. */
export interface ScaleOptions {
  terms: number[];
  only: string[] | undefined;
  seed: number;
  /** The number of requests whose answers are compared, and of those that warm up and that count, for one client. */
  compared: number;
  warm: number;
  counted: number;
  /** The number of requests in a burst, of rounds, and of clients. */
  burst: number;
  rounds: number;
  clients: number;
  /** After this time, the measurement of a question by one client, or by many clients, ends early. */
  seconds: number;
  /** The number of different requests that are repeated while the cache is on. */
  repeated: number;
  cache: boolean;
  build: boolean;
}

/** Reads the options of a command line, such as `--terms 1000,100000 --only Q1,Q4`. */
export function readOptions(args: string[]): ScaleOptions {
  const text = (value: string) => ({ type: 'string', default: value }) as const;
  const isOn = (value: boolean) => ({ type: 'boolean', default: value }) as const;
  const { values } = parseArgs({
    args,
    allowNegative: true,
    options: {
      ...{ terms: text('1000,100000,1000000'), only: { type: 'string' }, seed: text('7'), compared: text('100') },
      ...{ warm: text('2000'), counted: text('1000'), burst: text('600'), rounds: text('7'), clients: text('32') },
      ...{ seconds: text('300'), repeated: text('20'), cache: isOn(true), build: isOn(true) },
    },
  });
  const count = (
    name: 'seed' | 'compared' | 'warm' | 'counted' | 'burst' | 'rounds' | 'clients' | 'seconds' | 'repeated',
  ) => {
    const number = Number(values[name]);
    if (!Number.isInteger(number) || number < 0)
      throw new Error(`--${name}: must be a whole number, not ${values[name]}`);
    return number;
  };
  return {
    terms: values.terms.split(',').map(Number),
    only: values.only?.split(','),
    ...{ seed: count('seed'), compared: count('compared'), warm: count('warm'), counted: count('counted') },
    ...{
      burst: count('burst'),
      rounds: count('rounds'),
      clients: count('clients'),
      seconds: count('seconds'),
      repeated: count('repeated'),
    },
    ...{ cache: values.cache, build: values.build },
  };
}
