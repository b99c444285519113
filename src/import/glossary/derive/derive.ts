import { defined } from '../../../model/defined.ts';
import type { AliasKind } from '../../../model/kinds.ts';
import {
  type ImportRecords,
  type RelationRecord,
  relationId,
  type SourceRecord,
  type TermRecord,
} from '../../../model/records.ts';
import { RELATIONS, type RelationType } from '../../../model/relations.ts';
import { withoutEscapes } from '../../../prose/escapes.ts';
import { nameKey } from '../../../search/words.ts';
import { aliasKindOf, type KnownNames } from '../../known-names.ts';
import { distinctSlugs } from '../../slug.ts';
import { firstKind, type Gathered, type GatheredAlias, type GatheredTerm } from './gather.ts';
import { Sources } from './sources.ts';
import { oneSentence } from './text.ts';

/** A term that was merged with another. */
export interface TermMerge {
  /** The name in the file. */
  name: string;
  /** The id and the name of the term that it was merged with. */
  id: string;
  into: string;
  /** What the terms have in common: a name, an alias with one meaning, or an entry of the same file. */
  by: 'name' | 'alias' | 'entry';
}

/** A glossary as records. */
export interface DerivedGlossary {
  records: ImportRecords;
  merges: TermMerge[];
  /** Aliases that denote several terms, with the ids of the terms. */
  ambiguous: { alias: string; denotes: string[] }[];
  /** The number of aliases that other imports have too. */
  joinedAliases: number;
  /** What is not in the records, in words. */
  leftOut: string[];
}

/** A term of the file, and its id in the graph. */
interface Placed {
  term: GatheredTerm;
  id: string;
  slug: string;
  /** Its name in the graph; the name in the file unless it was found by an alias. */
  name: string;
}

/**
 * Derives the records of a glossary. It joins terms in the graph and states its own definitions for them: the wording of
 * the origin with the highest rank is shown (`src/store/merge.ts`), and this one remains when the others are gone.
 *
 * @param file the source record of the file
 */
export function deriveGlossary(
  { terms, keys, leftOut }: Gathered,
  known: KnownNames,
  file: SourceRecord,
): DerivedGlossary {
  const sources = new Sources(file);
  const merges: TermMerge[] = [];
  const placed = placeTerms(terms, known, merges);
  const entities = new Map<string, ImportRecords['entities'][number]>();
  for (const [place, ...others] of byId(placed)) {
    const all = [place, ...others].map(({ term }) => term);
    entities.set(place.id, termRecord(place, all));
    for (const name of all.flatMap(namedSources)) sources.note(name);
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
  const aliasSlugs = slugsOf(aliases, 'Alias', (name) => known.alias(name) !== undefined, known);
  const ambiguous: DerivedGlossary['ambiguous'] = [];
  let joinedAliases = 0;
  for (const [key, { name, kind, of }] of aliases) {
    const there = known.alias(name);
    if (there) joinedAliases += 1;
    const id = there?.id ?? `Alias:${aliasSlugs.get(key)}`;
    entities.set(id, { kind: 'ALIAS', id, label: name, name, aliasKind: kind });
    for (const [termId, names] of of) relate('ALIAS_OF', id, termId, names);
    const own = placed.get(key)?.id ?? known.termNamed(name)?.id;
    const denotes = new Set([...of.keys(), ...(there?.denotes ?? []), ...(own === undefined ? [] : [own])]);
    if (denotes.size > 1) ambiguous.push({ alias: name, denotes: [...denotes].sort() });
  }

  const left = [...leftOut];
  for (const { term, id: from } of placed.values()) {
    const relateAll = (type: RelationType, ends: Iterable<string>) => {
      for (const end of ends) {
        const to = placed.get(keys.get(end) ?? '')?.id;
        if (to !== undefined && to !== from) relate(type, from, to, term.sources);
        if (to === undefined)
          left.push(`the relation ${type} from "${term.name}" to ${end}, which is not a term in the file`);
      }
    };
    relateAll('BROADER', term.broader);
    relateAll('RELATED_TO', term.related);
  }
  return {
    records: { entities: [...entities.values()], relations: [...relations.values()], sources: sources.records() },
    ...{ merges, ambiguous, joinedAliases, leftOut: left },
  };
}

/** The id of each term: that of the term with its name, or that an alias with its name denotes, or a new one. */
function placeTerms(terms: Gathered['terms'], known: KnownNames, merges: TermMerge[]): Map<string, Placed> {
  const placed = new Map<string, Placed>();
  const slugs = slugsOf(terms, 'Term', (name) => known.term(name) !== undefined, known);
  for (const [key, term] of terms) {
    const { name, again } = term;
    const there = known.term(name);
    const slug = there?.slug ?? slugs.get(key) ?? '';
    const id = there?.id ?? `Term:${slug}`;
    const byName = known.termNamed(name) !== undefined;
    placed.set(key, { term, id, slug, name: there && !byName ? there.name : name });
    if (there) merges.push({ name, id, into: there.name, by: byName ? 'name' : 'alias' });
    for (const one of again) merges.push({ name: one, id, into: name, by: 'entry' });
  }
  return placed;
}

/** Slugs for names that the graph does not have. */
function slugsOf(
  named: ReadonlyMap<string, { name: string }>,
  label: 'Term' | 'Alias',
  isKnown: (name: string) => boolean,
  known: KnownNames,
): Map<string, string> {
  const fresh = [...named].flatMap(([key, { name }]) => (isKnown(name) ? [] : [key]));
  return distinctSlugs(fresh, (slug) => known.ids.has(`${label}:${slug}`));
}

/** Groups terms by id, because two terms of a file may join one in the graph. The one with the same name comes first. */
function byId(placed: ReadonlyMap<string, Placed>): Iterable<[Placed, ...Placed[]]> {
  const groups = new Map<string, [Placed, ...Placed[]]>();
  for (const [key, place] of placed) {
    const group = groups.get(place.id);
    if (!group) groups.set(place.id, [place]);
    else if (nameKey(place.name) === key) group.unshift(place);
    else group.push(place);
  }
  return groups.values();
}

function termRecord({ id, slug, name }: Placed, all: readonly GatheredTerm[]): TermRecord {
  const definitions = all.flatMap((one) => one.definitions);
  const sections = [
    ...definitions.map(({ text, sources }) => ({ heading: headingOf(sources), text })),
    ...all.flatMap((one) => one.notes),
  ];
  const definition = definitions[0]?.text;
  const short = definition === undefined ? undefined : oneSentence(withoutEscapes(definition));
  const url = all.find((one) => one.url !== undefined)?.url;
  const category = all.find((one) => one.category !== undefined)?.category;
  return {
    ...{ kind: 'TERM', id, label: name, slug, name },
    ...defined({ url, category, definition, shortDefinition: short, summary: short }),
    keyTakeaways: [],
    sectionHeadings: sections.map(({ heading }) => heading),
    sectionBodies: sections.map(({ text }) => text),
  };
}

const headingOf = (sources: readonly string[]) =>
  sources.length === 0 ? 'Definition' : `Definition (${sources.join('; ')})`;

const namedSources = ({ sources, definitions }: GatheredTerm) => [
  ...sources,
  ...definitions.flatMap((one) => one.sources),
];

/** Aliases by `nameKey`, each with the terms that it denotes and the documents that state it. */
function gatherAliases(placed: ReadonlyMap<string, Placed>) {
  const aliases = new Map<string, { name: string; kind: AliasKind; of: Map<string, Set<string>> }>();
  const add = ({ name, key, kind, sources }: GatheredAlias, termId: string) => {
    const before = aliases.get(key);
    const of = before?.of ?? new Map<string, Set<string>>();
    of.set(termId, new Set([...(of.get(termId) ?? []), ...sources]));
    aliases.set(key, { name: before?.name ?? name, kind: firstKind(before?.kind, kind), of });
  };
  for (const [key, { term, ...place }] of placed) {
    const ownName = nameKey(place.name);
    // A term that was found by an alias has this alias in the file too.
    if (ownName !== key)
      add({ name: term.name, key, kind: aliasKindOf(term.name), sources: [...term.sources] }, place.id);
    for (const alias of term.aliases.values()) if (alias.key !== ownName) add(alias, place.id);
  }
  return aliases;
}
