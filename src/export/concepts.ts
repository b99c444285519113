/** Terms as SKOS concepts: what an RDF export says of them beside our own properties. */
import type { Properties, Value } from '../store/properties.ts';
import type { RdfValue } from './rdf.ts';

type Said = readonly (readonly [name: string, value: RdfValue])[];

const MAPPING_OF: Readonly<Record<string, string>> = {
  EXACT: 'skos:exactMatch',
  CLOSE: 'skos:closeMatch',
  BROAD: 'skos:broadMatch',
  NARROW: 'skos:narrowMatch',
  RELATED: 'skos:relatedMatch',
};

/** Our own words are English; of other vocabularies, only the stated language is known. */
const OURS: readonly unknown[] = ['glossograph', 'law', undefined];

/** A text in the language that is stated, or known. */
export function inLanguage(text: string, { language, vocabulary }: Properties): RdfValue {
  if (typeof language === 'string') return { text, tag: language };
  return OURS.includes(vocabulary) ? { text, tag: 'en' } : text;
}

/** The labels, notes, notation, mappings, and scheme of a concept. What an RDF file said is said again as it was. */
export function conceptOf(label: string, properties: Properties, scheme: string | undefined): Said {
  const { definition = properties.shortDefinition, notation, isDeprecated, isTopConcept } = properties;
  const literals = zipped(properties.literalProperties, properties.literalTexts, properties.literalTags);
  const said = new Set(literals.map(([name]) => name));
  const own: Said = [
    ...(said.has('skos:prefLabel') ? [] : [['skos:prefLabel', inLanguage(label, properties)] as const]),
    ...(typeof notation === 'string' && !said.has('skos:notation') ? [['skos:notation', notation] as const] : []),
    ...(typeof definition === 'string' && !said.has('skos:definition')
      ? [['skos:definition', inLanguage(definition, properties)] as const]
      : []),
  ];
  return [
    ...literals.map(([name = '', text = '', tag = '']) => [name, tag === '' ? text : { text, tag }] as const),
    ...own,
    ...zipped(properties.mappingPredicates, properties.mappingIris).map(
      ([predicate = '', iri = '']) =>
        [MAPPING_OF[predicate] ?? 'skos:mappingRelation', { iri: bracketed(iri) }] as const,
    ),
    ...(isDeprecated === true ? [['owl:deprecated', true] as const] : []),
    ...(scheme === undefined ? [] : [['skos:inScheme', { iri: scheme }] as const]),
    ...(scheme !== undefined && isTopConcept === true ? [['skos:topConceptOf', { iri: scheme }] as const] : []),
  ];
}

/** Whether aliases repeat what the literals of a concept say already. */
export const hasOwnLabels = ({ literalProperties }: Properties): boolean =>
  Array.isArray(literalProperties) && literalProperties.length > 0;

/** An IRI of another program, as a name that no writer takes for a prefixed one. */
export const bracketed = (iri: string): string =>
  /^[a-z][\w+.-]*:/i.test(iri) ? iri : `urn:glossograph:id:${encodeURI(iri)}`;

const zipped = (...lists: (Value | undefined)[]): string[][] => {
  const [first, ...others] = lists.map((list) => (Array.isArray(list) ? list.map(String) : []));
  return (first ?? []).map((one, i) => [one, ...others.map((list) => list[i] ?? '')]);
};

/**
 * The hierarchy of concepts, and what is related. SKOS keeps both apart (S27), though a glossary may state that a term is related to
 * one above it: only what is not above or below is `skos:related`.
 */
export class ConceptRelations {
  private readonly above = new Map<string, string[]>();
  private readonly related: [string, string][] = [];

  broader(narrow: string, broad: string): void {
    this.above.set(narrow, [...(this.above.get(narrow) ?? []), broad]);
  }

  relate(one: string, other: string): void {
    this.related.push([one, other]);
  }

  /** The pairs of related concepts that are not also above each other. */
  *apart(): Generator<[string, string]> {
    for (const [one, other] of this.related) {
      if (!this.isBelow(one, other) && !this.isBelow(other, one)) yield [one, other];
    }
  }

  private isBelow(one: string, other: string): boolean {
    const seen = new Set([one]);
    for (const at of seen) {
      for (const next of this.above.get(at) ?? []) {
        if (next === other) return true;
        seen.add(next);
      }
    }
    return false;
  }

  /** The concepts with others below and none above. */
  *tops(): Generator<string> {
    const broad = new Set([...this.above.values()].flat());
    for (const one of broad) if (!this.above.has(one)) yield one;
  }
}
