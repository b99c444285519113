/**
 * Whose words terms are. Each glossary has a vocabulary of its own: what means the same in two of them stays two terms, so no
 * import changes the words of another one.
 */
import { z } from 'zod';
import { optional } from './kinds/descriptor.ts';

/** Where texts are searched for the names of a vocabulary. */
export const LINKINGS = ['EVERYWHERE', 'OWN', 'NOWHERE'] as const;
export type Linking = (typeof LINKINGS)[number];

/** The key of a vocabulary: it stands in the ids of its terms, and in addresses. */
const VOCABULARY_KEY = /^(?!.*\p{Lu})[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u;
/** The form of a key, for messages. */
export const VOCABULARY_KEY_FORM = 'lowercase letters and digits, with hyphens between them, such as "nist"';
const LONGEST_KEY = 60;

/** Whether a text is the key of a vocabulary. */
export const isVocabularyKey = (text: string): boolean => text.length <= LONGEST_KEY && VOCABULARY_KEY.test(text);

/** The rank of a vocabulary that states none: after ours, and beside all others of that kind. */
export const DEFAULT_RANK = 100;

/** What an import states about a vocabulary. The settings of `glossograph vocabulary` are a record like it, and win. */
export const VocabularyRecord = z.strictObject({
  id: z.string(),
  key: z.string().refine(isVocabularyKey, `must consist of ${VOCABULARY_KEY_FORM}`),
  name: optional(z.string()),
  description: optional(z.string()),
  url: optional(z.string()),
  /** The IRI of the concept scheme, where it has one. */
  iri: optional(z.string()),
  /** The license, as words or as an IRI. */
  license: optional(z.string()),
  version: optional(z.string()),
  /** What its RDF file states of other resources than concepts, as lines of N-Triples. An export says it again. */
  statements: optional(z.array(z.string())),
  linking: optional(z.enum(LINKINGS)),
  /** 1 comes first wherever several vocabularies name one thing. */
  rank: optional(z.int().positive()),
});
export type VocabularyRecord = z.infer<typeof VocabularyRecord>;

/** The id of a vocabulary: "nist" is `Vocabulary:nist`. */
export const vocabularyId = (key: string): string => `Vocabulary:${key}`;

/** Our own glossary. */
export const GLOSSOGRAPH: VocabularyRecord = {
  ...{ id: vocabularyId('glossograph'), key: 'glossograph', name: 'Glossograph', linking: 'EVERYWHERE', rank: 1 },
  description: 'Health IT terms, written for Glossograph with cited sources.',
};

/** Words that nothing but the law defines. */
export const LAW: VocabularyRecord = {
  ...{ id: vocabularyId('law'), key: 'law', name: 'The law', linking: 'EVERYWHERE', rank: 2 },
  description: 'Words that only regulations define.',
};

/** The vocabularies whose terms are not below a key of their own: the law defines terms that we describe. */
const WITHOUT_PREFIX: readonly string[] = [GLOSSOGRAPH.key, LAW.key];

/** Whether a key belongs to a vocabulary that no import may use. */
export const isReservedVocabulary = (key: string): boolean => WITHOUT_PREFIX.includes(key);

/** What follows `Term:` or `Alias:` in the ids of a vocabulary: "access-control" of NIST is `nist/access-control`. */
export const slugIn = (vocabulary: string, slug: string): string =>
  isReservedVocabulary(vocabulary) ? slug : `${vocabulary}/${slug}`;
