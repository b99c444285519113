/** The names of terms, as a tree of words in which a text is read once however many names there are. */
import type { AliasKind } from '../model/kinds.ts';
import { isOriginOf, ORIGINS } from '../model/origins.ts';
import { fold, inCapitals, isCapitalized, singularIn, type Token, tokensOf } from './tokens.ts';

/** Where and when a legal definition of a term governs. Days are ISO 8601, end exclusive, open where absent. */
export interface DefinitionScope {
  /** The provision that defines. */
  by: string;
  /** The provision within which it governs; that which defines, when it says no other. */
  scope: string;
  from?: string | undefined;
  to?: string | undefined;
}

/** A term with all that decides where it is found. */
export interface NamedTerm {
  id: string;
  name: string;
  aliases: readonly { name: string; kind: AliasKind }[];
  /** Who speaks of it. */
  origins: readonly string[];
  definitions: readonly DefinitionScope[];
  /** Its own page, where that may tell whether its name is a proper one. */
  page?: string | undefined;
}

/** What a name may mean. */
export interface NameSense {
  term: NamedTerm;
  /** A common word that only a legal definition makes a term: it is one where the definition governs, and nowhere else. */
  onlyWhereDefined: boolean;
}

/** A name in the tree. Words that mean nothing by themselves ("best practice") are names of no sense. */
export interface VocabularyName {
  written: string;
  words: readonly string[];
  /** In capitals throughout, so it is an abbreviation wherever it stands. */
  capitals: boolean;
  /** Which of its words must stand in capitals ("IT" in "Health IT"), or at least begin with one. */
  cases: readonly ('any' | 'capital' | 'capitals')[];
  senses: readonly NameSense[];
}

/** A place in the tree: how it goes on, and which names end with a word in the singular. */
export interface VocabularyBranch {
  next?: Map<string, VocabularyBranch>;
  ends?: Map<string, VocabularyName[]>;
}

/** All names of a graph. */
export interface Vocabulary {
  root: VocabularyBranch;
  /** By key: the words, the last one in the singular. */
  names: ReadonlyMap<string, readonly VocabularyName[]>;
}

/** Expressions of plain English that hold a word which the law defines, and mean something else. */
const PHRASES = [
  'best practice',
  'common practice',
  'in practice',
  'medical practice',
  'practice guideline',
  'practice of medicine',
  'critical access',
  'access to justice',
  'in use',
  'in the exchange for',
  'in exchange for',
  'in person',
  'state of the art',
  'state of mind',
  'standard of care',
  'track record',
  'of record',
  'provided that',
];

/** The tree over the names and aliases of terms. The order of the terms changes nothing but the order of senses, by id. */
export function vocabularyOf(terms: readonly NamedTerm[]): Vocabulary {
  const names = new Map<string, Map<string, Growing>>();
  const put = (written: string, term?: NamedTerm) => {
    const tokens = tokensOf(written);
    const key = keyOf(written, tokens);
    if (key === undefined || (!term && names.has(key))) return;
    const capitals = isCapitals(written);
    const cases = casesOf(tokens, capitals, term !== undefined && isProper(written, tokens, term));
    const shape = `${cases.join()} ${capitals}`;
    const same = names.get(key) ?? new Map<string, Growing>();
    const name: Growing = same.get(shape) ?? { written, tokens, capitals, cases, senses: new Map() };
    if (written < name.written) Object.assign(name, { written, tokens });
    const onlyWhereDefined = term !== undefined && tokens.length === 1 && !capitals && isLawAlone(term);
    if (term) name.senses.set(term.id, { term, onlyWhereDefined });
    names.set(key, same.set(shape, name));
  };
  for (const term of [...terms].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const name of [term.name, ...term.aliases.map((alias) => alias.name)]) put(name, term);
  }
  for (const phrase of PHRASES) put(phrase);
  const root: VocabularyBranch = {};
  const all = new Map<string, VocabularyName[]>();
  for (const [key, shapes] of [...names].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const grown = [...shapes.values()];
    const some = grown.map(({ written, tokens, capitals, cases, senses }): VocabularyName => {
      const words = tokens.map(({ word }) => word);
      return { written, words, capitals, cases, senses: [...senses.values()] };
    });
    all.set(key, some);
    grow(root, grown[0]?.tokens ?? [], some);
  }
  return { root, names: all };
}

/** A name to which senses are still added. */
interface Growing extends Omit<VocabularyName, 'words' | 'senses'> {
  tokens: readonly Token[];
  senses: Map<string, NameSense>;
}

function grow(root: VocabularyBranch, tokens: readonly Token[], names: readonly VocabularyName[]): void {
  let branch = root;
  for (const [i, token] of tokens.entries()) {
    if (i === tokens.length - 1) {
      branch.ends ??= new Map();
      const key = stepOf(i === 0 ? '' : token.gap, singularIn(token));
      branch.ends.set(key, [...(branch.ends.get(key) ?? []), ...names]);
      return;
    }
    branch.next ??= new Map();
    const key = stepOf(i === 0 ? '' : token.gap, token.word);
    const next: VocabularyBranch = branch.next.get(key) ?? {};
    branch.next.set(key, next);
    branch = next;
  }
}

/** How a word is reached from the one before. */
export const stepOf = (gap: string, word: string): string => (gap === '' ? word : `${gap} ${word}`);

/** Names with one key are one in the tree; undefined for what is no name: a single letter, a number, a whole sentence. */
function keyOf(name: string, tokens: readonly Token[]): string | undefined {
  const letters = name.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 2 || tokens.length === 0 || tokens.length > MOST_WORDS || tokens.some(({ word }) => word === '')) {
    return undefined;
  }
  const last = tokens.length - 1;
  return tokens
    .map((token, i) => stepOf(i === 0 ? '' : token.gap, i === last ? singularIn(token) : token.word))
    .join(' ');
}

/** A name with more words than this is a sentence. It bounds how far a text is read ahead. */
const MOST_WORDS = 16;

const isCapitals = (name: string): boolean => /\p{Lu}.*[\p{Lu}\p{N}]/u.test(name) && inCapitals(name);

/** An abbreviation stands in capitals only, alone or within a longer name ("Health IT"). */
function casesOf(tokens: readonly Token[], capitals: boolean, proper: boolean): VocabularyName['cases'] {
  return tokens.map(({ written }) => {
    if (capitals || (written.length > 1 && inCapitals(written) && /\p{Lu}.*\p{Lu}/u.test(written))) return 'capitals';
    return proper ? 'capital' : 'any';
  });
}

/** A single word is a proper name when its own page never writes it in small letters: Epic. */
function isProper(name: string, tokens: readonly Token[], { page }: NamedTerm): boolean {
  if (page === undefined || !isCapitalized(name) || tokens.length > 1) return false;
  const written = tokensOf(page).filter(({ word }) => word === fold(name));
  return written.length > 1 && written.every((token) => isCapitalized(token.written));
}

/** Nobody but the law speaks of it; an export that was read back no longer tells who spoke, but has what was said. */
function isLawAlone({ origins, definitions, page }: NamedTerm): boolean {
  const isLaw = (origin: string) =>
    isOriginOf(ORIGINS.ecfr, origin) ||
    (isOriginOf(ORIGINS.graph, origin) && definitions.length > 0 && page === undefined);
  return origins.every(isLaw);
}
