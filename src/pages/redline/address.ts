/** The addresses of redlines. */
import { addressOf } from '../../view/address.ts';

/** Two days whose texts are compared: that of `asOf` with that of `compare`, usually the earlier day. */
export interface ComparedDays {
  compare: string;
  asOf: string;
}

/** The address of the redline of a provision: /regulation/45-CFR-171.301?asOf=2024-07-31&compare=2024-01-09 */
export const redlineAddress = (id: string, { compare, asOf }: ComparedDays): string =>
  `${addressOf(id, asOf)}&compare=${compare}`;
