import { defined } from '../../../model/defined.ts';
import { groupBy } from '../../../model/group.ts';
import type { AliasKind } from '../../../model/kinds.ts';
import { type ImportRecords, type RelationRecord, relationId, type SourceRecord } from '../../../model/records.ts';
import { RELATIONS, type RelationType } from '../../../model/relations.ts';
import { slugIn, type VocabularyRecord } from '../../../model/vocabulary.ts';
import { spellingKey } from '../../../search/words.ts';
import { aliasKindOf, type KnownNames } from '../../known-names.ts';
import { distinctSlugs } from '../../slug.ts';
import { firstKind, type Gathered, type GatheredAlias, type GatheredTerm } from './gather.ts';
import { Sources } from './sources.ts';
import { termRecord } from './term.ts';

/** A term that was merged with another term. */
export interface TermMerge {
  /** The name in the file. */
  name: string;
  /** The id and the name of the other term. */
  id: string;
  into: string;
  /** What the terms have in common: a name, an unambiguous alias, or an entry in the same file. */
  by: 'name' | 'alias' | 'entry';
}

/** A glossary, converted to records. */
export interface DerivedGlossary {
  records: ImportRecords;
  merges: TermMerge[];
  /** Aliases that denote several terms, with the ids of the terms. */
  ambiguous: { alias: string; denotes: string[] }[];
  /** The number of aliases that other imports also contain. */
  joinedAliases: number;
  /** The data that is not in the records, in words. */
  leftOut: string[];
}

/** A term of the file, and its id in the graph. */
interface Placed {
  term: GatheredTerm;
  id: string;
  slug: string;
  /** Its name in the graph. This is the name in the file unless the term was found by an alias. */
  name: string;
}

/**
 * Derives the records of a glossary. It joins terms in the graph and states its own definitions for them. Users see the
 * wording of the origin with the highest rank (`src/store/merge.ts`); this glossary's wording remains when the others
 * are removed.
 *
 * @param known the names from other files of the same vocabulary
 * @param file the source record of the file
 */
export function deriveGlossary(
  { terms, keys, leftOut }: Gathered,
  known: KnownNames,
  vocabulary: VocabularyRecord,
  file: SourceRecord,
): DerivedGlossary {
  const sources = new Sources(file);
  const merges: TermMerge[] = [];
  const placed = placeTerms(terms, known, merges, vocabulary.key);
  const entities = new Map<string, ImportRecords['entities'][number]>();
  for (const [place, ...others] of byId(placed)) {
    const all = [place, ...others].map(({ term }) => term);
    const named = all.flatMap(namedSources);
    for (const name of named) sources.note(name);
    entities.set(place.id, { ...termRecord(place, all, vocabulary.key), sourceIds: sources.ids(named) });
  }

  const relations = new Map<string, RelationRecord>();
  const relate = (type: RelationType, a: string, b: string, names: Iterable<string>) => {
    const [from, to] = RELATIONS[type].symmetric && b < a ? [b, a] : [a, b];
    const id = relationId(type, from, to);
    const evidence = sources.evidence(names);
    const before = relations.get(id)?.evidence ?? [];
    const added = evidence.filter(({ sourceId }) => !before.some((one) => one.sourceId === sourceId));
    relations.set(id, { id, type, from, to, evidence: [...before, ...added] });
  };

  const aliases = gatherAliases(placed);
  const byName = groupBy([...placed.values()], ({ term }) => spellingKey(term.name));
  const aliasSlugs = slugsOf(aliases, 'Alias', ({ name }) => known.alias(name) !== undefined, known, vocabulary.key);
  const ambiguous: DerivedGlossary['ambiguous'] = [];
  let joinedAliases = 0;
  for (const [key, { name, kind, language, of }] of aliases) {
    const there = known.alias(name);
    if (there) joinedAliases += 1;
    const id = there?.id ?? `Alias:${aliasSlugs.get(key)}`;
    entities.set(id, {
      ...{ kind: 'ALIAS', id, label: name, name, vocabulary: vocabulary.key, aliasKind: kind },
      ...defined({ language }),
    });
    for (const [termId, names] of of) relate('ALIAS_OF', id, termId, names);
    const own = byName.get(spellingKey(name)) ?? [known.termNamed(name)];
    const denotes = new Set([...of.keys(), ...(there?.denotes ?? []), ...own.flatMap((one) => one?.id ?? [])]);
    if (denotes.size > 1) ambiguous.push({ alias: name, denotes: [...denotes].sort() });
  }

  const left = [...leftOut];
  for (const { term, id: from } of placed.values()) {
    const relateAll = (type: RelationType, ends: Iterable<string>) => {
      for (const end of ends) {
        const to = placed.get(keys.get(end) ?? '')?.id;
        if (to !== undefined && to !== from) relate(type, from, to, term.sources);
        if (to === undefined)
          left.push(
            `The relation ${type} from "${term.name}" to ${end} was left out, because ${end} is not a term in the file.`,
          );
      }
    };
    relateAll('BROADER', term.broader);
    relateAll('RELATED_TO', term.related);
  }
  return {
    records: {
      ...{ entities: [...entities.values()], relations: [...relations.values()] },
      ...{ sources: sources.records(), vocabularies: [vocabulary] },
    },
    ...{ merges, ambiguous, joinedAliases, leftOut: left },
  };
}

/** The id of each term: that of the term with its name, or that an alias with its name denotes, or a new one. */
function placeTerms(
  terms: Gathered['terms'],
  known: KnownNames,
  merges: TermMerge[],
  vocabulary: string,
): Map<string, Placed> {
  const placed = new Map<string, Placed>();
  const joins = ({ name, isHomonym }: Named) => (isHomonym ? undefined : known.term(name));
  const slugs = slugsOf(terms, 'Term', (one) => joins(one) !== undefined, known, vocabulary);
  for (const [key, term] of terms) {
    const { name, again } = term;
    const there = joins(term);
    const slug = there?.slug ?? slugs.get(key) ?? '';
    const id = there?.id ?? `Term:${slug}`;
    const byName = known.termNamed(name) !== undefined;
    placed.set(key, { term, id, slug, name: there && !byName ? there.name : name });
    if (there) merges.push({ name, id, into: there.name, by: byName ? 'name' : 'alias' });
    for (const one of again) merges.push({ name: one, id, into: name, by: 'entry' });
  }
  return placed;
}

/** What a slug is made for. */
interface Named {
  name: string;
  isHomonym?: boolean;
}

/** Slugs for names that the graph does not have, each with its vocabulary. */
function slugsOf(
  named: ReadonlyMap<string, Named>,
  label: 'Term' | 'Alias',
  isKnown: (one: Named) => boolean,
  known: KnownNames,
  vocabulary: string,
): Map<string, string> {
  const fresh = [...named].flatMap(([key, one]) => (isKnown(one) ? [] : [key]));
  const slugs = distinctSlugs(fresh, (slug) => known.ids.has(`${label}:${slugIn(vocabulary, slug)}`));
  return new Map([...slugs].map(([key, slug]) => [key, slugIn(vocabulary, slug)]));
}

/** Groups terms by id, because two terms of a file may join one in the graph. The one with the same name comes first. */
function byId(placed: ReadonlyMap<string, Placed>): Iterable<[Placed, ...Placed[]]> {
  const groups = new Map<string, [Placed, ...Placed[]]>();
  for (const [key, place] of placed) {
    const group = groups.get(place.id);
    if (!group) groups.set(place.id, [place]);
    else if (spellingKey(place.name) === key) group.unshift(place);
    else group.push(place);
  }
  return groups.values();
}

const namedSources = ({ sources, definitions }: GatheredTerm) => [
  ...sources,
  ...definitions.flatMap((one) => one.sources),
];

/** Aliases by their keys, each with the terms that it denotes and the documents that state it. */
function gatherAliases(placed: ReadonlyMap<string, Placed>) {
  const aliases = new Map<
    string,
    { name: string; kind: AliasKind; language: string | undefined; of: Map<string, Set<string>> }
  >();
  const add = ({ name, key, kind, language, sources }: GatheredAlias, termId: string) => {
    const before = aliases.get(key);
    const of = before?.of ?? new Map<string, Set<string>>();
    of.set(termId, new Set([...(of.get(termId) ?? []), ...sources]));
    aliases.set(key, { name: before?.name ?? name, kind: firstKind(before?.kind, kind), language, of });
  };
  for (const [key, { term, ...place }] of placed) {
    const ownName = spellingKey(place.name);
    // A term that was found by an alias has this alias in the file too.
    if (ownName !== spellingKey(term.name))
      add(
        { name: term.name, key, kind: aliasKindOf(term.name), language: undefined, sources: [...term.sources] },
        place.id,
      );
    for (const alias of term.aliases.values()) if (spellingKey(alias.name) !== ownName) add(alias, place.id);
  }
  return aliases;
}
