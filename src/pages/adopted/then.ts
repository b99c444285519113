/** What the law adopts after an adoption of the same standard has ended. */
import { undatedId } from '../../model/dated-id.ts';
import type { Ask } from '../ask.ts';
import type { Adopted } from '../standard/asked.ts';
import { THEN } from './asked.ts';
import { standardOf } from './found.ts';

/** A version that is adopted after another one, and the provision that adopts it. */
export interface Successor {
  readonly id: string;
  readonly name: string;
  readonly regulation: { readonly id: string; readonly citation: string };
}

/** Successors by the id of the standard whose adoption ends. */
export type Successors = ReadonlyMap<string, readonly Successor[]>;

/** A page asks about as many different last days. */
const MOST_DAYS = 4;

/**
 * Whether the law states the day on which an adoption ends. The date of an edition does not show when an adoption ends.
 */
export const isEndKnown = ({ validTo, validToBasis }: Adopted): boolean =>
  validTo !== null && (validToBasis === 'STATED' || validToBasis === 'EFFECTIVE_DATE');

/** Looks up what is adopted on the first day after the end of each adoption. */
export async function successorsOf(adoptions: readonly Adopted[], ask: Ask): Promise<Successors> {
  const ending = adoptions.filter((one) => isEndKnown(one) && one.standard !== null);
  const days = [...new Set(ending.map(({ validTo }) => validTo ?? ''))].slice(0, MOST_DAYS);
  const found = await Promise.all(
    days.map(async (day) => {
      const ids = new Set(ending.filter(({ validTo }) => validTo === day).flatMap((one) => standardOf(one) ?? []));
      return (await ask(THEN, { ids: [...ids], asOf: day })).data.nodes ?? [];
    }),
  );
  return new Map(
    found.flat().flatMap((node): [string, readonly Successor[]][] => {
      if (node === null || !('ancestors' in node)) return [];
      const versions = node.ancestors.flatMap(({ children }) => children.edges.map((edge) => edge.node));
      return [
        [
          undatedId(node.id),
          versions.flatMap(({ id, name, adoptions: then }) => then.map(({ regulation }) => ({ id, name, regulation }))),
        ],
      ];
    }),
  );
}
