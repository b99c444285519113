/** The queries that a view sends to the server. Each query is sent only once. */
import type { View } from '../view/view.ts';
import { MOST_ORIGINS } from '../view/view.ts';
import { type Filter, filterOf } from './filter.ts';
import type { PictureData } from './picture-data.ts';

/** The layouts of the API. */
type ServerLayout = 'FORCE' | 'CIRCLE' | 'LAYERED' | 'NONE';

/** What every question says. */
interface Asked {
  readonly asOf: string | null;
  readonly filter: Filter;
}

interface AroundQuestion extends Asked {
  readonly kind: 'around';
  readonly of: readonly string[];
  readonly depth: number;
  readonly limit: number;
  readonly layout: ServerLayout;
}

export type Question =
  | AroundQuestion
  | (Asked & { readonly kind: 'whole'; readonly limit: number; readonly layout: ServerLayout })
  | (Asked & { readonly kind: 'paths'; readonly from: string; readonly to: string });

/** The queries of a view: its base, each expansion, and its path. */
export interface Questions {
  readonly base: Question | null;
  /** The expansions by the id of the expanded entity, in the order of the user's steps. */
  readonly opened: ReadonlyMap<string, Question>;
  readonly paths: Question | null;
}

/** A key that is equal for equal queries. */
export const keyOf = (question: Question): string => JSON.stringify(question);

export function questionsOf(view: View): Questions {
  const { base, depth, limit, cap, asOf, from, to } = view;
  const asked: Asked = { asOf, filter: filterOf(view) };
  const layout = serverLayout(view);
  const opened = new Map<string, Question>();
  for (const id of new Set(view.opened)) {
    const times = view.opened.filter((one) => one === id).length;
    opened.set(id, around([id], 1, Math.min(cap * times + 1, 2_000), asked));
  }
  return {
    base:
      base.kind === 'whole'
        ? { kind: 'whole', limit: base.limit, layout, ...asked }
        : base.of.length > 0
          ? { ...around(base.of, depth, limit, asked), layout }
          : null,
    opened,
    paths: from !== null && to !== null && from !== to ? { kind: 'paths', from, to, ...asked } : null,
  };
}

const around = (of: readonly string[], depth: number, limit: number, asked: Asked): AroundQuestion => ({
  ...{ kind: 'around', of, depth, limit, layout: 'NONE' },
  ...asked,
});

/** With more nodes, the names of a picture by meaning have no room. */
const MOST_BY_MEANING = 60;

/** Whether this browser places the nodes by what they mean to the origin. */
export const isByMeaning = ({ base, layout, limit }: View): boolean =>
  layout === 'MEANING' && base.kind === 'around' && base.of.length > 0 && limit <= MOST_BY_MEANING;

const serverLayout = (view: View): ServerLayout =>
  isByMeaning(view) ? 'NONE' : view.layout === 'MEANING' ? 'FORCE' : view.layout;

const BLOCK = MOST_ORIGINS / 2;
/** At most this many extra questions; with more, the notice says that relations may be missing. */
const MOST_JOINTS = 40;

/**
 * Separate responses do not contain the relations between their nodes. A query with up to 50 origins and a limit of the
 * same number of nodes returns exactly the relations between these nodes. The explorer therefore queries each block of
 * added nodes together with every other block.
 *
 * @returns null if too many queries would be needed
 */
export function jointsOf(first: PictureData | null, later: readonly PictureData[], asked: Asked): Question[] | null {
  const known = new Set(first?.nodes.map(({ key: id }) => id));
  const rest = [...new Set(later.flatMap(({ nodes }) => nodes.map(({ key: id }) => id)))].filter(
    (id) => !known.has(id),
  );
  if (rest.length === 0 || (first === null && later.length < 2)) return [];
  const [old, young] = [blocks([...known]), blocks(rest)];
  if (young.length * old.length + (young.length * (young.length + 1)) / 2 > MOST_JOINTS) return null;
  const among = (ids: readonly string[]) => around(ids, 1, ids.length, asked);
  if (old.length === 0 && young.length === 1) return young.map(among);
  return young.flatMap((ids, i) => [...old, ...young.slice(i + 1)].map((others) => among([...ids, ...others])));
}

function blocks(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / BLOCK) }, (_, i) => ids.slice(i * BLOCK, (i + 1) * BLOCK));
}
