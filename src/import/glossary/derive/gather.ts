import { ALIAS_KINDS, type AliasKind } from '../../../model/kinds.ts';
import { nameKey } from '../../../search/words.ts';
import { aliasKindOf } from '../../known-names.ts';
import type { Glossary, GlossaryDefinition, GlossaryEntry, GlossaryFile } from '../read/shape.ts';
import { commonMark, plainName } from './text.ts';

/** Another name of a term. */
export interface GatheredAlias {
  name: string;
  key: string;
  kind: AliasKind;
  /** Documents on which it rests. */
  sources: readonly string[];
}

/** All that a file tells of one term, however many entries it takes and however they spell it. */
export interface GatheredTerm {
  /** As the first entry writes it, and as names are compared. */
  name: string;
  key: string;
  /** What further entries of the file call it. */
  again: string[];
  /** CommonMark, each once. */
  definitions: GlossaryDefinition[];
  notes: { heading: string; text: string }[];
  aliases: Map<string, GatheredAlias>;
  sources: Set<string>;
  url?: string;
  category?: string;
  broader: Set<string>;
  related: Set<string>;
}

/** The terms of a file, and what its entries call each other by. */
export interface Gathered {
  terms: Map<string, GatheredTerm>;
  /** An entry's key to the `key` of its term. */
  keys: Map<string, string>;
  /** What was left out, in words. */
  leftOut: string[];
}

/** Neo4j indexes names, and a page shows them in a line. */
const LONGEST_NAME = 500;

/** Brings entries of one name together. A term without a name, or with one too long, is a fault; such an alias is left out. */
export function gather({ entries }: Glossary, fault: GlossaryFile['fault']): Gathered {
  const terms = new Map<string, GatheredTerm>();
  const keys = new Map<string, string>();
  const leftOut: string[] = [];
  for (const one of entries) {
    const name = nameIn(one.name);
    if (name === undefined) {
      fault(`a term's name has 1 to ${LONGEST_NAME} characters, and not ${one.name.trim().length}`, one.place());
      continue;
    }
    const key = nameKey(name);
    const before = terms.get(key);
    const term = before ?? blank(name, key);
    if (before) before.again.push(name);
    else terms.set(key, term);
    if (one.key !== undefined) keys.set(one.key, key);
    add(term, one);
    const url = one.url?.trim() ?? '';
    if (/^https?:\/\//i.test(url)) term.url ??= url;
    else if (url !== '') leftOut.push(`the address "${url}" of "${name}", which is none of the web`);
    for (const alias of one.aliases) {
      const other = nameIn(alias.name);
      if (other === undefined) leftOut.push(`an alias of "${name}" that has ${alias.name.trim().length} characters`);
      else addAlias(term, { name: other, kind: alias.kind ?? aliasKindOf(other), sources: one.sources });
    }
  }
  return { terms, keys, leftOut };
}

/** A name on one line; undefined for what is none. */
function nameIn(written: string): string | undefined {
  if (written.length > 10 * LONGEST_NAME) return undefined; // nor is there need to read on
  const name = plainName(written);
  return nameKey(name) === '' || name.length > LONGEST_NAME ? undefined : name;
}

const blank = (name: string, key: string): GatheredTerm => ({
  ...{ name, key, again: [], definitions: [], notes: [], aliases: new Map(), sources: new Set() },
  ...{ broader: new Set(), related: new Set() },
});

function add(term: GatheredTerm, { definitions, notes, sources, category, broader, related }: GlossaryEntry): void {
  for (const { text, sources: from } of definitions) {
    const said = commonMark(text);
    const before = term.definitions.find((one) => one.text === said);
    if (before) before.sources = [...new Set([...before.sources, ...from.map(plainName)])];
    else if (said !== '') term.definitions.push({ text: said, sources: [...new Set(from.map(plainName))] });
  }
  for (const { heading, text } of notes) {
    const said = commonMark(text);
    if (said !== '' && !term.notes.some((one) => one.text === said)) term.notes.push({ heading, text: said });
  }
  for (const source of sources) term.sources.add(plainName(source));
  if (category !== undefined) term.category ??= plainName(category);
  for (const one of broader) term.broader.add(one);
  for (const one of related) term.related.add(one);
}

function addAlias(term: GatheredTerm, { name, kind, sources }: Omit<GatheredAlias, 'key'>): void {
  const key = nameKey(name);
  if (key === term.key) return;
  const before = term.aliases.get(key);
  const all = [...new Set([...(before?.sources ?? []), ...sources.map(plainName)])];
  term.aliases.set(key, { name: before?.name ?? name, key, kind: firstKind(before?.kind, kind), sources: all });
}

/** Of two kinds that are said of one alias, that which comes first among the kinds. */
export function firstKind(a: AliasKind | undefined, b: AliasKind): AliasKind {
  return a !== undefined && ALIAS_KINDS.indexOf(a) < ALIAS_KINDS.indexOf(b) ? a : b;
}
