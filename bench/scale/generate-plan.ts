/** What a generated graph of a given size contains, and the names and ids of its items by their numbers. */
import { type CfrCitation, formatCitation, regulationId } from '../../src/model/citation.ts';
import { slugIn } from '../../src/model/vocabulary.ts';
import { chanceOf, nameFrom } from './generate-words.ts';

/** A vocabulary, with the numbers of its terms. The last number is exclusive. */
export interface PlannedVocabulary {
  key: string;
  from: number;
  to: number;
}

/** The numbers of items in a generated graph. */
export interface ScalePlan {
  seed: number;
  terms: number;
  vocabularies: readonly PlannedVocabulary[];
  /** The terms of Glossograph's own vocabularies, which the law can define. They have the first numbers. */
  own: number;
  parts: number;
  families: number;
  statutes: number;
  organizations: number;
}

/** The days of the editions of every part. */
export const EDITIONS = ['2017-07-01', '2019-07-01', '2021-07-01', '2023-07-01', '2025-07-01'] as const;
export const FIRST_EDITION = EDITIONS[0];
export const LAST_EDITION = '2025-07-01';
export const SECTIONS = 40;
export const DEFINITIONS = 12;
export const RULES_OF_PART = 3;
const FIRST_TITLE = 60;
const PARTS_OF_TITLE = 100;
/** By how many subjects the definitions of a part differ from those of the previous part. */
const NEW_SUBJECTS = 5;
const FOREIGN = ['nist', 'loinc', 'snomed', 'umls', 'cms'];

/** Plans a graph with a number of terms. */
export function planOf(terms: number, seed: number): ScalePlan {
  const glossary = Math.min(2_000, Math.ceil(terms / 5));
  const law = Math.min(20_000, Math.ceil(terms / 20));
  const own = glossary + law;
  const vocabularies: PlannedVocabulary[] = [
    { key: 'glossograph', from: 0, to: glossary },
    { key: 'law', from: glossary, to: own },
  ];
  for (const [i, key] of FOREIGN.entries()) {
    const from = vocabularies.at(-1)?.to ?? own;
    const to = i === FOREIGN.length - 1 ? terms : from + Math.ceil((terms - from) / 2);
    vocabularies.push({ key, from, to });
  }
  const parts = Math.max(10, Math.round(terms / 1_000));
  return {
    ...{ seed, terms, vocabularies, own, parts },
    families: Math.max(6, Math.round(terms / 600)),
    statutes: 5 + Math.ceil(parts / 5),
    organizations: 40,
  };
}

/** The vocabulary of a term. */
export function vocabularyOfTerm({ vocabularies }: ScalePlan, term: number): PlannedVocabulary {
  const found = vocabularies.find(({ to }) => term < to);
  if (found === undefined) throw new RangeError(`there is no term ${term}`);
  return found;
}

/** The name of a term. */
export const nameOfTerm = ({ seed }: ScalePlan, term: number): string => nameFrom(chanceOf(seed, term));

/** The slug of a term. */
export function slugOfTerm(plan: ScalePlan, term: number): string {
  const own = `${nameOfTerm(plan, term).toLowerCase().replaceAll(' ', '-')}-${term}`;
  return slugIn(vocabularyOfTerm(plan, term).key, own);
}

/** The id of a term. */
export const idOfTerm = (plan: ScalePlan, term: number): string => `Term:${slugOfTerm(plan, term)}`;

/** The citation of a part. Title 60 and later titles do not exist, so their parts cannot be mistaken for real ones. */
export const partCitation = (part: number): CfrCitation & { part: string } => ({
  title: FIRST_TITLE + Math.floor(part / PARTS_OF_TITLE),
  part: String(1 + (part % PARTS_OF_TITLE)),
  paragraphs: [],
});

/** The citation of a section of a part. Sections are numbered from 1, and § 1 contains the definitions. */
export const sectionCitation = (part: number, section: number): CfrCitation => ({
  ...partCitation(part),
  section: String(section),
});

/** The term that a part defines in its nth definition. */
export const definedTerm = ({ own }: ScalePlan, part: number, nth: number): number => (part * NEW_SUBJECTS + nth) % own;

/** The position of the same definition in the previous part. Undefined if that part does not define the term. */
export const inPreviousPart = (part: number, nth: number): number | undefined =>
  part > 0 && nth + NEW_SUBJECTS < DEFINITIONS ? nth + NEW_SUBJECTS : undefined;

/** The citation of the paragraph with a definition, such as "60 CFR 1.1(Patient record)". */
export function definitionCitation(plan: ScalePlan, part: number, nth: number): CfrCitation {
  return { ...sectionCitation(part, 1), paragraphs: [nameOfTerm(plan, definedTerm(plan, part, nth))] };
}

/** The source of an edition of a part. */
export const editionSource = (part: number, day: string): string => {
  const { title, part: number } = partCitation(part);
  return `Source:ecfr-${title}-${number}-${day}`;
};

/** The origin of the records of a part. */
export const partOrigin = (part: number): string => {
  const { title, part: number } = partCitation(part);
  return `ecfr:${title}-${number}`;
};

/** The key of a version of a standard. */
export const versionKey = (family: number, version: number): string => `family-${family}/${version + 1}.0.0`;
export const VERSIONS = 3;

export { formatCitation, regulationId };
