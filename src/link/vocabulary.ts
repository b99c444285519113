/** The names of terms as a tree of words: a text is read once, however many names there are. */
import type { TermRow } from '../../cypher/link/index.ts';
import { isOriginOf, ORIGINS } from '../model/origins.ts';
import { fold, inCapitals, isCapitalized, singularIn, type Token, tokensOf } from './tokens.ts';

/** A possible meaning of a name. */
export interface NameSense {
  term: TermRow;
  /** True for a common word that only a legal definition makes a term: it is a term only in the scope of the definition. */
  onlyWhereDefined: boolean;
}

/** A name in the tree. Phrases that are not terms ("best practice") are names without a sense. */
export interface VocabularyName {
  written: string;
  words: readonly string[];
  /** True for a name in capitals, which is an abbreviation. */
  capitals: boolean;
  /** For each word, whether it must be in capitals ("IT" in "Health IT") or begin with a capital. */
  cases: readonly ('any' | 'capital' | 'capitals')[];
  senses: readonly NameSense[];
}

/** A node of the tree: the next words, and the names that end with a word in the singular. */
export interface VocabularyBranch {
  next?: Map<string, VocabularyBranch>;
  ends?: Map<string, VocabularyName[]>;
}

/** All names of a graph. */
export interface Vocabulary {
  root: VocabularyBranch;
  /** Names by key: their words, the last one in the singular. */
  names: ReadonlyMap<string, readonly VocabularyName[]>;
}

/** Phrases of plain English that contain a word that the law defines, but with another meaning. */
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

/** Whether any name is the name of a term. The phrases of plain English are in every vocabulary. */
export const hasTerms = ({ names }: Vocabulary): boolean =>
  [...names.values()].some((shapes) => shapes.some(({ senses }) => senses.length > 0));

/** Builds the tree of the names and aliases of terms. The order of the terms does not matter. */
export function buildVocabulary(terms: readonly TermRow[]): Vocabulary {
  const names = new Map<string, Map<string, NameBuilder>>();
  const put = (written: string, term?: TermRow) => {
    const tokens = tokensOf(written);
    const key = keyOf(written, tokens);
    if (key === undefined || (!term && names.has(key))) return;
    const capitals = isCapitals(written);
    const cases = casesOf(tokens, capitals, term !== undefined && isProper(written, tokens, term));
    const shape = `${cases.join()} ${capitals}`;
    const same = names.get(key) ?? new Map<string, NameBuilder>();
    const name: NameBuilder = same.get(shape) ?? { written, tokens, capitals, cases, senses: new Map() };
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

/** A name while senses are added to it. */
interface NameBuilder extends Omit<VocabularyName, 'words' | 'senses'> {
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

/** The key of a word after another one: the punctuation between them, and the word. */
export const stepOf = (gap: string, word: string): string => (gap === '' ? word : `${gap} ${word}`);

/** The key of a name in the tree; undefined for a single letter, a number or a whole sentence. */
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

/** A longer name is a sentence. This limits how far the matcher looks ahead. */
const MOST_WORDS = 16;

const isCapitals = (name: string): boolean => /\p{Lu}.*[\p{Lu}\p{N}]/u.test(name) && inCapitals(name);

/** An abbreviation must be in capitals, alone or in a longer name ("Health IT"). */
function casesOf(tokens: readonly Token[], capitals: boolean, proper: boolean): VocabularyName['cases'] {
  return tokens.map(({ written }) => {
    if (capitals || (written.length > 1 && inCapitals(written) && /\p{Lu}.*\p{Lu}/u.test(written))) return 'capitals';
    return proper ? 'capital' : 'any';
  });
}

/** Whether a single word is a proper name: its page never writes it in lowercase, such as Epic. */
function isProper(name: string, tokens: readonly Token[], { page }: TermRow): boolean {
  if (page == null || !isCapitalized(name) || tokens.length > 1) return false;
  const written = tokensOf(page).filter(({ word }) => word === fold(name));
  return written.length > 1 && written.every((token) => isCapitalized(token.written));
}

/** Whether only the law states a term. An export that was read back has lost the origins, so its definitions decide. */
function isLawAlone({ origins, definitions, page }: TermRow): boolean {
  const isLaw = (origin: string) =>
    isOriginOf(ORIGINS.ecfr, origin) || (isOriginOf(ORIGINS.graph, origin) && definitions.length > 0 && page == null);
  return origins.every(isLaw);
}
