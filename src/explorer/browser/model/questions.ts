/** The questions that a view asks the server. Each is asked once. */
import type { Layout, View } from '../view/view.ts';
import { MOST_ORIGINS } from '../view/view.ts';
import type { PictureData } from './picture-data.ts';

interface AroundQuestion {
  readonly kind: 'around';
  readonly of: readonly string[];
  readonly depth: number;
  readonly limit: number;
  readonly layout: Layout | 'NONE';
  readonly asOf: string | null;
}

export type Question =
  | AroundQuestion
  | { readonly kind: 'whole'; readonly limit: number; readonly layout: Layout; readonly asOf: string | null }
  | { readonly kind: 'paths'; readonly from: string; readonly to: string; readonly asOf: string | null };

/** The questions of a view: its base, each expansion, and its path. */
export interface Questions {
  readonly base: Question | null;
  /** By the id of the expanded entity, in the order of the steps. */
  readonly opened: ReadonlyMap<string, Question>;
  readonly paths: Question | null;
}

/** A key that is equal for equal questions. */
export const keyOf = (question: Question): string => JSON.stringify(question);

export function questionsOf(view: View): Questions {
  const { base, depth, limit, cap, layout, asOf, from, to } = view;
  const opened = new Map<string, Question>();
  for (const id of new Set(view.opened)) {
    const times = view.opened.filter((one) => one === id).length;
    opened.set(id, around([id], 1, Math.min(cap * times + 1, 2_000), asOf));
  }
  return {
    base:
      base.kind === 'whole'
        ? { kind: 'whole', limit: base.limit, layout, asOf }
        : base.of.length > 0
          ? { ...around(base.of, depth, limit, asOf), layout }
          : null,
    opened,
    paths: from !== null && to !== null && from !== to ? { kind: 'paths', from, to, asOf } : null,
  };
}

const around = (of: readonly string[], depth: number, limit: number, asOf: string | null): AroundQuestion => ({
  kind: 'around',
  of,
  depth,
  limit,
  layout: 'NONE',
  asOf,
});

const BLOCK = MOST_ORIGINS / 2;
/** At most this many extra questions; with more, the notice says that relations may be missing. */
const MOST_JOINTS = 40;

/**
 * Separate answers lack the relations between their nodes. A question for up to 50 origins with a limit of as many nodes
 * returns exactly the relations between them, so each block of later nodes is asked together with every other block.
 *
 * @returns null if too many questions would be needed
 */
export function jointsOf(
  first: PictureData | null,
  later: readonly PictureData[],
  asOf: string | null,
): Question[] | null {
  const known = new Set(first?.nodes.map(({ key: id }) => id));
  const rest = [...new Set(later.flatMap(({ nodes }) => nodes.map(({ key: id }) => id)))].filter(
    (id) => !known.has(id),
  );
  if (rest.length === 0 || (first === null && later.length < 2)) return [];
  const [old, young] = [blocks([...known]), blocks(rest)];
  if (young.length * old.length + (young.length * (young.length + 1)) / 2 > MOST_JOINTS) return null;
  const among = (ids: readonly string[]) => around(ids, 1, ids.length, asOf);
  if (old.length === 0 && young.length === 1) return young.map(among);
  return young.flatMap((ids, i) => [...old, ...young.slice(i + 1)].map((others) => among([...ids, ...others])));
}

function blocks(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / BLOCK) }, (_, i) => ids.slice(i * BLOCK, (i + 1) * BLOCK));
}
