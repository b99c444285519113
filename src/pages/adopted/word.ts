/**
 * How a word leads to standards: it names a standard, or it names a term that describes one or has a neighbor that
 * does.
 */
import type { Ask } from '../ask.ts';
import { type Named, WORD } from './asked.ts';

/** An entity in the chain. */
export interface Stop {
  readonly id: string;
  readonly label: string;
}

/** A chain of relations from a word to a standard, such as "EHI contrasts with USCDI describes …". */
export interface Way {
  readonly stops: readonly Stop[];
  /** The relations between the entities. There is one fewer than there are entities. */
  readonly says: readonly string[];
}

/** What a word names, and where it leads. */
export interface Word {
  readonly named: readonly Stop[];
  readonly ways: readonly Way[];
}

/**
 * Looks up a word as a name and as the slug of a term. The neighbors of a term count only if the term itself does not
 * describe a standard.
 */
export async function lookUp(word: string, ask: Ask): Promise<Word> {
  const names = [...new Set([word, word.replaceAll('-', ' ')])];
  const { data } = await ask(WORD, { names, slug: word });
  const found = [...(data.resolve ?? []).flatMap(({ candidates }) => candidates), ...(data.term ? [data.term] : [])];
  const named = [...new Map(found.map((one) => [one.id, one])).values()];
  const direct = named.flatMap(directWays);
  return { named, ways: byStops(direct.length > 0 ? direct : named.flatMap(waysByNeighbors)) };
}

/** Two terms can have several relations; the first, which is the most relevant, tells enough. */
const byStops = (ways: readonly Way[]): Way[] =>
  [...new Map(ways.toReversed().map((way) => [way.stops.map(({ id }) => id).join(' '), way])).values()].toReversed();

const stop = ({ id, label }: Stop): Stop => ({ id, label });

function directWays(one: Named): Way[] {
  if (one.kind === 'STANDARD') return [{ stops: [stop(one)], says: [] }];
  if (!('about' in one)) return [];
  return one.about.edges.map(({ label, node }) => ({ stops: [stop(one), stop(node)], says: [label] }));
}

function waysByNeighbors(one: Named): Way[] {
  if (!('near' in one)) return [];
  return one.near.edges.flatMap(({ label, node }) =>
    'about' in node
      ? node.about.edges.map((edge) => ({
          stops: [stop(one), stop(node), stop(edge.node)],
          says: [label, edge.label],
        }))
      : [],
  );
}
