/** The names of terms as trees of words. A text is read once for each tree, regardless of the number of names. */
import type { DefinitionScope, NamingVocabulary, TermRow } from '../../cypher/link/index.ts';
import { groupBy } from '../model/group.ts';
import { DEFAULT_RANK, GLOSSOGRAPH, isReservedVocabulary, LAW } from '../model/vocabulary.ts';
import { nameKey } from '../search/words.ts';
import { isCommonWord, type NotLinked, notLinked, PHRASES } from './plain-english.ts';
import { fold, inCapitals, isCapitalized, singularIn, type Token, tokensOf } from './tokens.ts';

/** A possible meaning of a name. */
export interface NameSense {
  term: TermRow;
  /**
   * True for a common word that only a legal definition makes a term. It is a term only in the scope of the definition
   * and on the pages of its own vocabulary.
   */
  onlyWhereDefined: boolean;
  /**
   * The definitions that make the name a term. For a common word, only the definitions that define exactly this word.
   */
  definitions: readonly DefinitionScope[];
}

/** A name in the tree. Phrases that are not terms ("best practice") are names without a meaning. */
export interface VocabularyName {
  written: string;
  words: readonly string[];
  /** True for a name in capital letters, which is an abbreviation. */
  capitals: boolean;
  /** For each word, whether it must be in capital letters ("IT" in "Health IT") or begin with a capital letter. */
  cases: readonly ('any' | 'capital' | 'capitals')[];
  senses: readonly NameSense[];
}

/** A node of the tree: the possible next words, and the names that end with a word in the singular. */
export interface VocabularyBranch {
  next?: Map<string, VocabularyBranch>;
  ends?: Map<string, VocabularyName[]>;
}

/** The names of one vocabulary. */
export interface NameTree {
  root: VocabularyBranch;
  /** Names by key. The key consists of their words, with the last word in the singular. */
  names: ReadonlyMap<string, readonly VocabularyName[]>;
  /** Names that the linker ignores, with the reasons. */
  leftOut: ReadonlyMap<string, NotLinked>;
}

/**
 * The names of a vocabulary, and the texts that are searched for them. Each vocabulary is linked separately, so the
 * names of one do not change the results of another. The seed and the law are linked together because the law defines
 * terms that the seed describes.
 */
export interface LinkedVocabulary extends NameTree {
  key: string;
  linking: NamingVocabulary['linking'];
  rank: number;
}

/**
 * The vocabularies for whose names a text is searched. If a vocabulary is linked only on its own pages, its pages are
 * also not searched for names of other vocabularies. Importing a glossary therefore changes nothing outside it until
 * somebody links it everywhere.
 *
 * @param textOf the vocabulary of the page; undefined for the law and for standards
 */
export function searchedFor(
  vocabularies: readonly LinkedVocabulary[],
  textOf: string | undefined,
): readonly LinkedVocabulary[] {
  const own = vocabularies.find(({ key }) => key === textOf);
  const isOpen = textOf === undefined || own?.linking === 'EVERYWHERE';
  return vocabularies.filter((one) => one === own || (isOpen && one.linking === 'EVERYWHERE'));
}

/**
 * Builds the trees of all vocabularies, starting with the lowest rank number. The order of the terms does not matter.
 */
export function buildNames(terms: readonly TermRow[], vocabularies: readonly NamingVocabulary[]): LinkedVocabulary[] {
  const settings = new Map(vocabularies.map((one) => [one.key, one]));
  const isEverywhere = (key: string): boolean => settings.get(key)?.linking === 'EVERYWHERE';
  const areOne = isEverywhere(GLOSSOGRAPH.key) && isEverywhere(LAW.key);
  const keyOfTree = ({ vocabulary }: TermRow): string =>
    areOne && isReservedVocabulary(vocabulary) ? GLOSSOGRAPH.key : vocabulary;
  return [...groupBy(terms, keyOfTree)]
    .map(([key, some]): LinkedVocabulary => {
      const { linking, rank } = settings.get(key) ?? { linking: 'OWN', rank: DEFAULT_RANK };
      return { key, linking, rank, ...buildNameTree(some) };
    })
    .sort((one, other) => one.rank - other.rank || (one.key < other.key ? -1 : 1));
}

/** Builds the tree of the names and aliases of terms. The order of the terms does not matter. */
export function buildNameTree(terms: readonly TermRow[]): NameTree {
  const names = new Map<string, Map<string, NameBuilder>>();
  const leftOut = new Map<string, NotLinked>();
  const put = (written: string, term?: TermRow) => {
    const tokens = tokensOf(written);
    const reason = notLinked(written, tokens);
    if (reason !== undefined && term) leftOut.set(written, reason);
    const key = keyOf(tokens);
    if ((reason !== undefined && term) || (!term && names.has(key))) return;
    const capitals = isCapitals(written);
    const cases = casesOf(tokens, capitals, term !== undefined && isProper(written, tokens, term));
    const shape = `${cases.join()} ${capitals}`;
    const same = names.get(key) ?? new Map<string, NameBuilder>();
    const name: NameBuilder = same.get(shape) ?? { written, tokens, capitals, cases, senses: new Map() };
    if (written < name.written) Object.assign(name, { written, tokens });
    if (term) name.senses.set(term.id, senseOf(written, tokens, cases, term));
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
  return { root, names: all, leftOut };
}

function senseOf(written: string, tokens: readonly Token[], cases: VocabularyName['cases'], term: TermRow): NameSense {
  const onlyWhereDefined = isOnlyWhereDefined(tokens, cases, term);
  const { definitions } = term;
  // One part may define "use (including used and using)" and another one only "use".
  const naming = definitions.filter(({ names }) => !names || names.includes(nameKey(written)));
  return { term, onlyWhereDefined, definitions: onlyWhereDefined ? naming : definitions };
}

/** Whether a name is a term only where the law defines it: one that only the law has, or a single word that everybody uses. */
function isOnlyWhereDefined(
  tokens: readonly Token[],
  [wanted]: VocabularyName['cases'],
  { vocabulary, definitions }: TermRow,
): boolean {
  if (vocabulary === LAW.key) {
    // "health care" of a whole subchapter is what people mean elsewhere, too; "State law" of one subpart is not.
    return wanted !== 'capitals' && (tokens.length === 1 || !definitions.some(({ scope }) => isWide(scope)));
  }

  const [token] = tokens;
  return token !== undefined && tokens.length === 1 && wanted === 'any' && isCommonWord(token);
}

/** Whether a scope is a whole part, or more. */
const isWide = (scope: string): boolean => /-CFR-(?:\w+$|(?:Subtitle|Chapter|Subchapter)-)/.test(scope);

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

/** The key of a word that follows another word: the punctuation between them, and the word. */
export const stepOf = (gap: string, word: string): string => (gap === '' ? word : `${gap} ${word}`);

/** The key of a name in the tree. */
function keyOf(tokens: readonly Token[]): string {
  const last = tokens.length - 1;
  return tokens
    .map((token, i) => stepOf(i === 0 ? '' : token.gap, i === last ? singularIn(token) : token.word))
    .join(' ');
}

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
