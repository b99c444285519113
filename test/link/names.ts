/** Vocabularies for tests. */
import type { TermRow } from '../../cypher/link/index.ts';
import { buildNameTree, type LinkedVocabulary, type NameTree } from '../../src/link/names.ts';
import { linkText, type TextContext } from '../../src/link/rules.ts';

/** A term of a glossary with this name alone. */
export const named = (name: string, more: Partial<TermRow> = {}): TermRow => ({
  id: `Term:${name}`,
  name,
  aliases: [],
  vocabulary: 'glossograph',
  definitions: [],
  ...more,
});

/** A term that only the law defines, for a provision and what is in it. */
export const defined = (name: string, scope: string, more: Partial<TermRow> = {}): TermRow =>
  named(name, { vocabulary: 'law', definitions: [{ by: 'Regulation:99-CFR-7.2', scope }], ...more });

export const vocabulary = (...names: (string | TermRow)[]): NameTree =>
  buildNameTree(names.map((name) => (typeof name === 'string' ? named(name) : name)));

/** A text on a page of the vocabulary itself, where common words are terms, too. */
export const OWN_PAGE: TextContext = { around: [], heads: [], vocabulary: 'glossograph' };

/** The words that are linked in a text, each with the names of what they mean. */
export const linked = (text: string, names: NameTree, place: TextContext = OWN_PAGE): string[] =>
  linkText(text, names, place).map((one) => `${one.text} → ${one.found.map((id) => id.slice(5)).join(' | ')}`);

/** The same names as a vocabulary that is linked everywhere. */
export const everywhere = (...names: (string | TermRow)[]): LinkedVocabulary => ({
  ...{ key: 'glossograph', linking: 'EVERYWHERE', rank: 1 },
  ...vocabulary(...names),
});
