/**
 * The terms and aliases that other imports of a vocabulary have added to the graph. An importer joins a term by its
 * name or by an unambiguous alias. It creates its own term only if it finds neither.
 */
import { store } from '../../cypher/store/index.ts';
import { type Runner, run } from '../graph/run.ts';
import type { AliasKind } from '../model/kinds.ts';
import { nameKey } from '../search/words.ts';

/** A term in the graph. */
export interface KnownTerm {
  id: string;
  slug: string;
  name: string;
}

/** An alias in the graph, and the ids of the terms to which it refers. */
export interface KnownAlias {
  id: string;
  denotes: readonly string[];
}

/** Selects the origins to consider. */
export type OriginFilter = (origin: string) => boolean;

/**
 * Finds terms and aliases by name. Names are compared by `nameKey`. If several terms have the same name, the first one
 * by id is used.
 */
export class KnownNames {
  private readonly byName = new Map<string, KnownTerm>();
  private readonly byId = new Map<string, KnownTerm>();
  private readonly aliases = new Map<string, KnownAlias>();
  private readonly joinable = new Map<string, string>();
  /** All ids that are in use, of terms and aliases. */
  readonly ids = new Set<string>();

  /**
   * @param terms sorted by id
   * @param aliases sorted by id; `denotes` contains all terms to which the alias refers, `joins` contains those that
   * can be found by it
   */
  constructor(
    terms: readonly (KnownTerm & { key: string })[],
    aliases: readonly (KnownAlias & { key: string; joins: readonly string[] })[],
  ) {
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

  /** The term with this name, or else the term to which an alias with this name refers. */
  term(name: string): KnownTerm | undefined {
    return this.termNamed(name) ?? this.byId.get(this.joinable.get(nameKey(name)) ?? '');
  }

  /** The term with exactly this name. */
  termNamed(name: string): KnownTerm | undefined {
    return this.byName.get(nameKey(name));
  }

  /** The alias with this name. */
  alias(name: string): KnownAlias | undefined {
    return this.aliases.get(nameKey(name));
  }
}

/**
 * Reads the names of vocabularies in the graph.
 *
 * @param vocabularies their keys
 * @param others selects the origins whose names to consider; an importer does not join its own
 * @param byAlias selects the origins whose aliases lead to terms; the default is the same
 */
export async function readKnownNames(
  tx: Runner,
  vocabularies: readonly string[],
  others: OriginFilter,
  byAlias: OriginFilter = others,
): Promise<KnownNames> {
  const isOf =
    (speaks: OriginFilter) =>
    ({ origins }: { origins: readonly string[] }): boolean =>
      origins.some(speaks);
  const terms = (await run(tx, store.knownTerms, { vocabularies })).filter(isOf(others));
  const aliases = (await run(tx, store.knownAliases, { vocabularies })).filter(isOf(others)).map((alias) => {
    const idsOf = (speaks: OriginFilter) => alias.denotes.filter(isOf(speaks)).map((term) => term.id);
    return { id: alias.id, key: alias.key, denotes: idsOf(others), joins: idsOf(byAlias) };
  });
  return new KnownNames(terms, aliases);
}

/**
 * The kind of an alias that does not state its kind. A single word with at least two capital letters is an
 * abbreviation.
 */
export function aliasKindOf(name: string): AliasKind {
  return /^[A-Z0-9][A-Za-z0-9/-]*$/.test(name) && /[A-Z].*[A-Z]/.test(name) ? 'ABBREVIATION' : 'SYNONYM';
}
