import { defined } from '../../../model/defined.ts';
import type { TermRecord } from '../../../model/records.ts';
import { withoutEscapes } from '../../../prose/escapes.ts';
import { type GatheredTerm, inLanguage } from './gather.ts';
import { oneSentence } from './text.ts';

/** The place of a term in the graph. */
export interface TermPlace {
  id: string;
  slug: string;
  /** Its name in the graph. */
  name: string;
}

/** The record of a term, from all entries of a file that describe it. */
export function termRecord(
  { id, slug, name }: TermPlace,
  all: readonly GatheredTerm[],
  vocabulary: string,
): TermRecord {
  const definitions = all.flatMap((one) => one.definitions);
  const sections = [
    ...definitions.map(({ text, language, sources }) => ({ heading: inLanguage(headingOf(sources), language), text })),
    ...all.flatMap((one) => one.notes),
  ];
  const definition = definitions[0]?.text;
  const short = definition === undefined ? undefined : oneSentence(withoutEscapes(definition));
  const url = all.find((one) => one.url !== undefined)?.url;
  const category = all.find((one) => one.category !== undefined)?.category;
  return {
    ...{ kind: 'TERM', id, label: name, slug, vocabulary, name },
    ...defined({ url, category, definition, shortDefinition: short, summary: short }),
    ...conceptRecord(all),
    keyTakeaways: [],
    sectionHeadings: sections.map(({ heading }) => heading),
    sectionBodies: sections.map(({ text }) => text),
  };
}

/** What the concepts of a file say beside names and texts. */
function conceptRecord(all: readonly GatheredTerm[]): Partial<TermRecord> {
  const concept = all[0]?.concept;
  const mappings = all.flatMap((one) => one.concept.mappings);
  const statements = all.flatMap((one) => one.concept.statements);
  const literals = all.flatMap((one) => one.concept.literals);
  return {
    ...defined({ iri: concept?.iri, notation: concept?.notation, language: concept?.language }),
    ...(concept?.isDeprecated && { isDeprecated: true }),
    ...(concept?.isTopConcept && { isTopConcept: true }),
    ...(mappings.length > 0 && {
      mappingPredicates: mappings.map(({ predicate }) => predicate),
      mappingIris: mappings.map(({ iri }) => iri),
    }),
    ...(literals.length > 0 && {
      literalProperties: literals.map(({ property }) => property),
      literalTexts: literals.map(({ text }) => text),
      literalTags: literals.map(({ tag }) => tag),
    }),
    ...(statements.length > 0 && { statements }),
  };
}

const headingOf = (sources: readonly string[]) =>
  sources.length === 0 ? 'Definition' : `Definition (${sources.join('; ')})`;
