/** The parameters of the index of terms, and the addresses that contain them. */
import { badInput } from '../../graph/errors.ts';
import { GLOSSOGRAPH, LAW } from '../../model/vocabulary.ts';
import { LETTERS } from '../../view/letters.tsx';

/** The request for a page of the index of terms. */
export interface AskedTerms {
  /** A letter from "A" to "Z", or "#" for digits and symbols. */
  readonly letter: string | null;
  readonly category: string | null;
  /** The key of a vocabulary. Null for the terms of the seed and of the law. */
  readonly vocabulary: string | null;
  readonly after: string | null;
  readonly before: string | null;
}

/** The keys of the vocabularies that the index lists by default. */
export const OWN_VOCABULARIES: readonly string[] = [GLOSSOGRAPH.key, LAW.key];

/**
 * @throws GraphQLError with BAD_USER_INPUT for invalid parameters
 */
export function askedTerms(given: URLSearchParams): AskedTerms {
  const of = (name: string) => given.get(name) || null;
  const letter = of('letter')?.toUpperCase() ?? null;
  if (letter !== null && !LETTERS.includes(letter))
    throw badInput('letter: must be a letter from A to Z, or # for digits and symbols');
  const [after, before] = [of('after'), of('before')];
  if (after !== null && before !== null) throw badInput('after, before: must not be used together');
  return { letter, category: of('category'), vocabulary: of('vocabulary'), after, before };
}

/** The address of a list of terms. Null parameters are omitted. */
export function termsAddress(asked: Partial<AskedTerms>): string {
  const given = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : [])),
  );
  return given.size === 0 ? '/terms' : `/terms?${given}`;
}
