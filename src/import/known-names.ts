/**
 * The terms and aliases that other imports have in the graph. An importer that names things joins what is there by name, or
 * by an alias that has one meaning, and makes its own only where nothing is known.
 */
import { store } from '../../cypher/store/index.ts';
import { type Runner, run } from '../graph/run.ts';
import type { AliasKind } from '../model/kinds.ts';
import { nameKey } from '../search/words.ts';

/** A term that is there. */
export interface KnownTerm {
  id: string;
  slug: string;
  name: string;
}

/** An alias that is there, and the ids of the terms that it stands for. */
export interface KnownAlias {
  id: string;
  denotes: readonly string[];
}

/** Says of an origin whether it counts. */
export type OriginFilter = (origin: string) => boolean;

/** What others call things. Names are compared by `nameKey`; of several terms with one name the first by id is meant. */
export class KnownNames {
  private readonly byName = new Map<string, KnownTerm>();
  private readonly byId = new Map<string, KnownTerm>();
  private readonly aliases = new Map<string, KnownAlias>();
  private readonly joinable = new Map<string, string>();
  /** Ids that are taken, of terms and aliases. */
  readonly ids = new Set<string>();

  /**
   * @param terms by id
   * @param aliases by id; `denotes` is all that others say, `joins` the part of it by which terms may be found
   * @param taken ids of terms that are there and joined by nobody
   */
  constructor(
    terms: readonly (KnownTerm & { key: string })[],
    aliases: readonly (KnownAlias & { key: string; joins: readonly string[] })[],
    taken: readonly string[] = [],
  ) {
    for (const id of taken) this.ids.add(id);
    for (const { key, ...term } of terms) {
      if (!this.byName.has(key)) this.byName.set(key, term);
      this.byId.set(term.id, term);
      this.ids.add(term.id);
    }
    for (const { key, id, denotes, joins } of aliases) {
      if (!this.aliases.has(key)) this.aliases.set(key, { id, denotes });
      if (joins.length === 1 && joins[0] !== undefined) this.joinable.set(key, joins[0]);
      this.ids.add(id);
    }
  }

  /** The term of this name, or else the one that the alias of this name stands for. */
  term(name: string): KnownTerm | undefined {
    return this.termNamed(name) ?? this.byId.get(this.joinable.get(nameKey(name)) ?? '');
  }

  /** The term whose own name it is. */
  termNamed(name: string): KnownTerm | undefined {
    return this.byName.get(nameKey(name));
  }

  /** The alias of this name. */
  alias(name: string): KnownAlias | undefined {
    return this.aliases.get(nameKey(name));
  }
}

/**
 * Reads what is known.
 *
 * @param others who counts: an import is not to join what it said itself before
 * @param byAlias whose aliases lead to terms, where that are not all of the others
 */
export async function readKnownNames(
  tx: Runner,
  others: OriginFilter,
  byAlias: OriginFilter = others,
): Promise<KnownNames> {
  // Thousands of concepts are called "active" or "patient", and none is meant.
  const isMeant =
    (speaks: OriginFilter) =>
    ({ origins, isConcept }: { origins: readonly string[]; isConcept: boolean }): boolean =>
      !isConcept && origins.some(speaks);
  const all = await run(tx, store.knownTerms, {});
  const terms = all.filter(isMeant(others));
  const aliases = (await run(tx, store.knownAliases, {}))
    .filter(({ origins, denotes }) =>
      isMeant(others)({ origins, isConcept: denotes.length > 0 && denotes.every((term) => term.isConcept) }),
    )
    .map(({ id, key, denotes }) => {
      const idsOf = (speaks: OriginFilter) => denotes.filter(isMeant(speaks)).map((term) => term.id);
      return { id, key, denotes: idsOf(others), joins: idsOf(byAlias) };
    });
  const concepts = all.filter(({ isConcept }) => isConcept);
  return new KnownNames(
    terms,
    aliases,
    concepts.map(({ id }) => id),
  );
}

/** What kind of alias a name is, where nobody says it: one word with two capitals is an abbreviation. */
export function aliasKindOf(name: string): AliasKind {
  return /^[A-Z0-9][A-Za-z0-9/-]*$/.test(name) && /[A-Z].*[A-Z]/.test(name) ? 'ABBREVIATION' : 'SYNONYM';
}
