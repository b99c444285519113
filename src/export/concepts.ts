/** Writes terms as SKOS concepts: the SKOS properties in an RDF export, in addition to Glossograph's own properties. */
import { addTo } from '../model/group.ts';
import { iriOf } from '../model/iri.ts';
import { MATCH_OF, type MappingPredicate } from '../model/mapping.ts';
import { reaches } from '../model/reaches.ts';
import { LITERAL_PROPERTIES } from '../model/skos.ts';
import type { Properties, Value } from '../store/properties.ts';
import type { RdfValue } from './rdf.ts';

type Said = readonly (readonly [name: string, value: RdfValue])[];

/** Our own words are English; of other vocabularies, only the stated language is known. */
const OURS: readonly unknown[] = ['glossograph', 'law', undefined];

/** A text in the stated or known language. */
export function inLanguage(text: string, { language, vocabulary }: Properties): RdfValue {
  if (isLanguage(language)) return { text, tag: language };
  return OURS.includes(vocabulary) ? { text, tag: 'en' } : text;
}

/**
 * The labels, notes, notation, mappings, and scheme of a concept. The export repeats the statements of an imported RDF
 * file unchanged.
 */
export function conceptOf(label: string, properties: Properties, scheme: string | undefined): Said {
  const { definition = properties.shortDefinition, notation, isDeprecated, isTopConcept } = properties;
  const literals = zipped(properties.literalProperties, properties.literalTexts, properties.literalTags).filter(
    ([name = '']) => SAID.has(name),
  );
  const said = new Set(literals.map(([name]) => name));
  const own: Said = [
    ...(said.has('skos:prefLabel') ? [] : [['skos:prefLabel', inLanguage(label, properties)] as const]),
    ...(typeof notation === 'string' && !said.has('skos:notation') ? [['skos:notation', notation] as const] : []),
    ...(typeof definition === 'string' && !said.has('skos:definition')
      ? [['skos:definition', inLanguage(definition, properties)] as const]
      : []),
  ];
  return [
    ...literals.map(([name = '', text = '', tag = '']) => [name, tagged(text, tag)] as const),
    ...own,
    ...zipped(properties.mappingPredicates, properties.mappingIris).map(
      ([predicate = '', iri = '']) =>
        [`skos:${MATCH_OF[predicate as MappingPredicate] ?? 'mappingRelation'}`, { iri: iriFrom(iri) }] as const,
    ),
    ...(isDeprecated === true ? [['owl:deprecated', true] as const] : []),
    ...(scheme === undefined ? [] : [['skos:inScheme', { iri: scheme }] as const]),
    ...(scheme !== undefined && isTopConcept === true ? [['skos:topConceptOf', { iri: scheme }] as const] : []),
  ];
}

/** Whether the literals of a concept already contain its aliases. */
export const hasOwnLabels = ({ literalProperties }: Properties): boolean =>
  Array.isArray(literalProperties) && literalProperties.length > 0;

/** The properties of SKOS that a literal of a concept can have. */
const SAID: ReadonlySet<string> = new Set(LITERAL_PROPERTIES.map((name) => `skos:${name}`));

/** A language tag as RDF allows it (BCP 47). */
const isLanguage = (tag: unknown): tag is string =>
  typeof tag === 'string' && /^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/i.test(tag);
const isIri = (text: string): boolean => /^[a-z][\w+.-]*:[^\s<>"{}|\\^`]+$/i.test(text) && text.isWellFormed();

/** A literal with its language or datatype. A tag that RDF does not allow is left out. */
function tagged(text: string, tag: string): RdfValue {
  const isKnown = tag.startsWith('^^') ? isIri(tag.slice(2)) : isLanguage(tag);
  return isKnown ? { text, tag } : text;
}

/** The original IRI of a concept. Undefined if the value is not an IRI. */
export const ownIri = (iri: Value | undefined): string | undefined =>
  typeof iri === 'string' && isIri(iri) && !iri.startsWith('urn:glossograph:') ? iri : undefined;

/** An IRI of another program, or one of ours for a text that is none. */
const iriFrom = (text: string): string => ownIri(text) ?? iriOf(text);

const zipped = (...lists: (Value | undefined)[]): string[][] => {
  const [first, ...others] = lists.map((list) => (Array.isArray(list) ? list.map(String) : []));
  return (first ?? []).map((one, i) => [one, ...others.map((list) => list[i] ?? '')]);
};

/**
 * The hierarchy of concepts and the related concepts. In SKOS, a concept must not be both related to and above another
 * concept (S27), but a glossary can state both. Only concepts that are not above or below each other become
 * `skos:related`.
 */
export class ConceptRelations {
  private readonly above = new Map<string, string[]>();
  private readonly related: [string, string][] = [];

  broader(narrow: string, broad: string): void {
    addTo(this.above, narrow, broad);
  }

  relate(one: string, other: string): void {
    this.related.push([one, other]);
  }

  /** The pairs of related concepts where neither concept is above the other. */
  *apart(): Generator<[string, string]> {
    for (const [one, other] of this.related) {
      if (!reaches(this.above, one, other) && !reaches(this.above, other, one)) yield [one, other];
    }
  }

  /** The concepts that have narrower concepts but no broader concepts. */
  *tops(): Generator<string> {
    const broad = new Set([...this.above.values()].flat());
    for (const one of broad) if (!this.above.has(one)) yield one;
  }
}
