/** The addresses of redlines. */
import { addressOf } from '../../view/address.ts';

/** The two days whose texts are compared: the day in `asOf` and the day in `compare`, which is usually earlier. */
export interface ComparedDays {
  compare: string;
  asOf: string;
}

/** The address of a provision's redline: /regulation/45-CFR-171.301?asOf=2024-07-31&compare=2024-01-09 */
export const redlineAddress = (id: string, { compare, asOf }: ComparedDays): string =>
  `${addressOf(id, asOf)}&compare=${compare}`;
