/**
 * Vocabularies of terms. Each glossary has its own vocabulary. If terms in two vocabularies have the same meaning, they
 * remain two terms, so no import changes the words of another one.
 */
import { z } from 'zod';
import { optional } from './kinds/descriptor.ts';

/** Which texts are searched for the names of a vocabulary. */
export const LINKINGS = ['EVERYWHERE', 'OWN', 'NOWHERE'] as const;
export type Linking = (typeof LINKINGS)[number];

/** The key of a vocabulary: it stands in the ids of its terms, and in addresses. */
const VOCABULARY_KEY = /^(?!.*\p{Lu})[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u;
/** The form of a key, for messages. */
export const VOCABULARY_KEY_FORM = 'lowercase letters and digits, with hyphens between them, such as "nist"';
const LONGEST_KEY = 60;

/** Whether a text is the key of a vocabulary. */
export const isVocabularyKey = (text: string): boolean => text.length <= LONGEST_KEY && VOCABULARY_KEY.test(text);

/**
 * The rank of a vocabulary that does not state one. It comes after Glossograph's own vocabularies and is the same for
 * all such vocabularies.
 */
export const DEFAULT_RANK = 100;

/**
 * The data that an import states about a vocabulary. The settings from `glossograph vocabulary` are also stored as such
 * a record and take precedence.
 */
export const VocabularyRecord = z.strictObject({
  id: z.string(),
  key: z.string().refine(isVocabularyKey, `must consist of ${VOCABULARY_KEY_FORM}`),
  name: optional(z.string()),
  description: optional(z.string()),
  url: optional(z.string()),
  /** The IRI of the concept scheme, if it has one. */
  iri: optional(z.string()),
  /** The license, in words or as an IRI. */
  license: optional(z.string()),
  version: optional(z.string()),
  /** Statements in its RDF file about resources other than concepts, as lines of N-Triples. An export repeats them. */
  statements: optional(z.array(z.string())),
  linking: optional(z.enum(LINKINGS)),
  /** The rank. If several vocabularies contain the same name, the one with the lowest number comes first. */
  rank: optional(z.int().positive()),
});
export type VocabularyRecord = z.infer<typeof VocabularyRecord>;

/** The id of a vocabulary. For example, the id of "nist" is `Vocabulary:nist`. */
export const vocabularyId = (key: string): string => `Vocabulary:${key}`;

/** Glossograph's own glossary. */
export const GLOSSOGRAPH: VocabularyRecord = {
  ...{ id: vocabularyId('glossograph'), key: 'glossograph', name: 'Glossograph', linking: 'EVERYWHERE', rank: 1 },
  description: 'Health IT terms, written for Glossograph with cited sources.',
};

/** The vocabulary of words that only the law defines. */
export const LAW: VocabularyRecord = {
  ...{ id: vocabularyId('law'), key: 'law', name: 'The law', linking: 'EVERYWHERE', rank: 2 },
  description: 'Words that are defined in regulations but have no entry in the Glossograph glossary.',
};

/** The vocabularies whose terms are not below a key of their own: the law defines terms that we describe. */
const WITHOUT_PREFIX: readonly string[] = [GLOSSOGRAPH.key, LAW.key];

/** Whether a key belongs to a vocabulary that no import may use. */
export const isReservedVocabulary = (key: string): boolean => WITHOUT_PREFIX.includes(key);

/**
 * The part of a term's or alias's id after `Term:` or `Alias:`. For example, "access-control" in the vocabulary "nist"
 * is `nist/access-control`.
 */
export const slugIn = (vocabulary: string, slug: string): string =>
  isReservedVocabulary(vocabulary) ? slug : `${vocabulary}/${slug}`;
