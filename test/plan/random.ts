/** A seeded source of chance, so that a failing case can be run again by its seed. */
export interface Random {
  next(): number;
  int(below: number): number;
  pick<T>(list: readonly T[]): T;
  chance(probability: number): boolean;
  maybe<T>(make: () => T): T | null;
}

/** mulberry32, a public-domain generator of 32 bits. */
export function random(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (below: number) => Math.floor(next() * below);
  const chance = (probability: number) => next() < probability;
  return {
    next,
    int,
    chance,
    pick: (list) => list[int(list.length)] as (typeof list)[number],
    maybe: (make) => (chance(0.6) ? make() : null),
  };
}
