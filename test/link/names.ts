/** Vocabularies for tests. */
import type { TermRow } from '../../cypher/link/index.ts';
import { linkText, type TextContext } from '../../src/link/rules.ts';
import { buildVocabulary, type Vocabulary } from '../../src/link/vocabulary.ts';

/** A term of a glossary with this name alone. */
export const named = (name: string, more: Partial<TermRow> = {}): TermRow => ({
  id: `Term:${name}`,
  name,
  aliases: [],
  origins: ['seed'],
  definitions: [],
  ...more,
});

/** A term that only the law defines, for a provision and what is in it. */
export const defined = (name: string, scope: string, more: Partial<TermRow> = {}): TermRow =>
  named(name, { origins: ['ecfr:99-7'], definitions: [{ by: 'Regulation:99-CFR-7.2', scope }], ...more });

export const vocabulary = (...names: (string | TermRow)[]): Vocabulary =>
  buildVocabulary(names.map((name) => (typeof name === 'string' ? named(name) : name)));

/** The words that are linked in a text, each with the names of what they mean. */
export const linked = (text: string, names: Vocabulary, place?: TextContext): string[] =>
  linkText(text, names, place).map((one) => `${one.text} → ${one.found.map((id) => id.slice(5)).join(' | ')}`);
