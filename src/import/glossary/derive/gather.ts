import { groupBy } from '../../../model/group.ts';
import { ALIAS_KINDS, type AliasKind } from '../../../model/kinds.ts';
import { nameKey, spellingKey } from '../../../search/words.ts';
import { aliasKindOf } from '../../known-names.ts';
import type { Glossary, GlossaryDefinition, GlossaryEntry, GlossaryFile } from '../read/shape.ts';
import { commonMark, plainName } from './text.ts';

/** Another name of a term. */
export interface GatheredAlias {
  name: string;
  key: string;
  kind: AliasKind;
  language: string | undefined;
  /** The documents that state it. */
  sources: readonly string[];
}

/** Everything that a file states about one term, in all of its entries and spellings. */
export interface GatheredTerm {
  /** The name in the first entry, and the key that distinguishes it from all other terms: see `identitiesOf`. */
  name: string;
  key: string;
  /** Whether several concepts in the file have this name. */
  isHomonym: boolean;
  /** The names in additional entries. */
  again: string[];
  /** CommonMark, without duplicates. */
  definitions: GlossaryDefinition[];
  notes: { heading: string; text: string }[];
  aliases: Map<string, GatheredAlias>;
  sources: Set<string>;
  url?: string;
  category?: string;
  /** The data that only the first entry with a name states. */
  concept: Pick<
    GlossaryEntry,
    'iri' | 'notation' | 'language' | 'isDeprecated' | 'isTopConcept' | 'mappings' | 'literals' | 'statements'
  >;
  broader: Set<string>;
  related: Set<string>;
}

/** The terms of a file, and the keys by which its entries refer to each other. */
export interface Gathered {
  terms: Map<string, GatheredTerm>;
  /** The `key` of the term for an entry's key. */
  keys: Map<string, string>;
  /** The data that was omitted, in words. */
  leftOut: string[];
}

/** The longest name: Neo4j indexes names, and pages show them on one line. */
const LONGEST_NAME = 500;

/**
 * Merges the entries with the same name. A term whose name is missing or too long is an error. An alias whose name is
 * missing or too long is omitted.
 */
export function gather({ entries }: Glossary, fault: GlossaryFile['fault']): Gathered {
  const terms = new Map<string, GatheredTerm>();
  const keys = new Map<string, string>();
  const leftOut: string[] = [];
  const identities = identitiesOf(entries);
  for (const one of entries) {
    const name = nameIn(one.name);
    if (name === undefined) {
      fault(
        `The name of a term must have 1 to ${LONGEST_NAME} characters, not ${one.name.trim().length}.`,
        one.place(),
      );
      continue;
    }
    const identity = identities.get(spellingKey(name))?.get(one.key ?? '');
    const key = keyWith(name, identity);
    const before = terms.get(key);
    const term = before ?? { ...blank(name, key), isHomonym: identity !== undefined, concept: one };
    if (before) before.again.push(name);
    else terms.set(key, term);
    if (one.key !== undefined) keys.set(one.key, key);
    add(term, one);
    const url = one.url?.trim() ?? '';
    if (/^https?:\/\//i.test(url)) term.url ??= url;
    else if (url !== '') {
      leftOut.push(`The URL "${url}" for "${name}" was left out, because it does not begin with http:// or https://.`);
    }
    for (const alias of one.aliases) {
      const other = nameIn(alias.name);
      if (other === undefined) {
        leftOut.push(
          `An alias with ${alias.name.trim().length} characters for "${name}" was left out. An alias must have 1 to ${LONGEST_NAME} characters.`,
        );
      } else {
        addAlias(term, {
          ...{ name: other, kind: alias.kind ?? aliasKindOf(other), language: alias.language, sources: one.sources },
        });
      }
    }
  }
  return { terms, keys, leftOut };
}

/** A name on one line; undefined when it is empty or too long. */
function nameIn(written: string): string | undefined {
  if (written.length > 10 * LONGEST_NAME) return undefined; // far too long: the rest need not be read
  const name = plainName(written);
  return nameKey(name) === '' || name.length > LONGEST_NAME ? undefined : name;
}

/**
 * What tells concepts of one name apart: a concept with a key of its own is not another one, whatever they are called. A river has a
 * bank, and so has a city. For each name that several concepts have, the ends of their keys, or the whole keys where ends are alike.
 */
function identitiesOf(entries: readonly GlossaryEntry[]): Map<string, Map<string, string>> {
  const keys = new Map<string, Set<string>>();
  for (const { name: written, key, isAnonymous } of entries) {
    const name = nameIn(written);
    if (name === undefined || key === undefined || isAnonymous) continue;
    keys.set(spellingKey(name), (keys.get(spellingKey(name)) ?? new Set()).add(key));
  }
  return new Map([...keys].flatMap(([name, some]) => (some.size > 1 ? [[name, endsOf(some)] as const] : [])));
}

function endsOf(keys: ReadonlySet<string>): Map<string, string> {
  const alike = groupBy([...keys], lastPart);
  return new Map([...keys].map((key) => [key, alike.get(lastPart(key))?.length === 1 ? lastPart(key) : key]));
}

/** A name with what tells it apart, on two lines: no name has two, so this is never the key of another one. */
const keyWith = (name: string, more: string | undefined): string =>
  more === undefined ? spellingKey(name) : `${spellingKey(name)}\n${more}`;

/** The last part of an IRI, or a code. */
const lastPart = (key: string): string => /[^/#]*$/.exec(key.replace(/[/#]$/, ''))?.[0] ?? key;

const blank = (name: string, key: string): Omit<GatheredTerm, 'isHomonym' | 'concept'> => ({
  ...{ name, key, again: [], definitions: [], notes: [], aliases: new Map(), sources: new Set() },
  ...{ broader: new Set(), related: new Set() },
});

function add(term: GatheredTerm, { definitions, notes, sources, category, broader, related }: GlossaryEntry): void {
  for (const { text, language, sources: from } of definitions) {
    const markdown = commonMark(text);
    const before = term.definitions.find((one) => one.text === markdown);
    if (before) before.sources = [...new Set([...before.sources, ...from.map(plainName)])];
    else if (markdown !== '')
      term.definitions.push({ text: markdown, language, sources: [...new Set(from.map(plainName))] });
  }
  for (const { heading, text, language } of notes) {
    const markdown = commonMark(text);
    if (markdown !== '' && !term.notes.some((one) => one.text === markdown))
      term.notes.push({ heading: inLanguage(heading, language), text: markdown });
  }
  for (const source of sources) term.sources.add(plainName(source));
  if (category !== undefined) term.category ??= plainName(category);
  for (const one of broader) term.broader.add(one);
  for (const one of related) term.related.add(one);
}

/**
 * A heading with the language of its text, such as "Definition (fr)". The language is omitted if it is English or not
 * stated.
 */
export const inLanguage = (heading: string, language: string | undefined): string =>
  language === undefined || /^en\b/i.test(language) ? heading : `${heading} (${language})`;

function addAlias(term: GatheredTerm, { name, kind, language, sources }: Omit<GatheredAlias, 'key'>): void {
  if (spellingKey(name) === spellingKey(term.name)) return;
  // One spelling in two languages is two names: who asks for the German ones gets it, and so does who asks for the Swedish ones.
  const key = keyWith(name, language?.toLowerCase());
  const before = term.aliases.get(key);
  const all = [...new Set([...(before?.sources ?? []), ...sources.map(plainName)])];
  term.aliases.set(key, {
    name: before?.name ?? name,
    key,
    kind: firstKind(before?.kind, kind),
    language,
    sources: all,
  });
}

/** The first of two kinds of an alias, in the order of ALIAS_KINDS. */
export function firstKind(a: AliasKind | undefined, b: AliasKind): AliasKind {
  return a !== undefined && ALIAS_KINDS.indexOf(a) < ALIAS_KINDS.indexOf(b) ? a : b;
}
