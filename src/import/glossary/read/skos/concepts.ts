/**
 * Finds the concepts among the resources in a file. Thesauri also describe schemes, collections, labels, and SKOS
 * itself.
 */
import { type Facts, OWL, RDF, RDFS, SKOS, SKOS_XL } from './facts.ts';

/** Resources of these types are no concepts, whatever properties they have. */
const NEVER = [...['ConceptScheme', 'Collection', 'OrderedCollection'].map((name) => SKOS + name), `${SKOS_XL}Label`];
/** Resources of these types are concepts only if they are typed so. */
const SELDOM = [
  ...['Ontology', 'ObjectProperty', 'DatatypeProperty', 'AnnotationProperty'].map((name) => OWL + name),
  `${RDF}Property`,
  `${RDFS}Datatype`,
];
/** Properties that only a concept is likely to have. */
const TELLING = [
  ...['prefLabel', 'altLabel', 'hiddenLabel', 'notation', 'definition', 'scopeNote', 'note', 'example'],
  ...['broader', 'narrower', 'related', 'broaderTransitive', 'narrowerTransitive', 'inScheme', 'topConceptOf'],
  ...['exactMatch', 'closeMatch', 'broadMatch', 'narrowMatch', 'relatedMatch'],
];

/**
 * The concepts in a file, in file order: resources with the type of a concept, and other resources with the properties
 * of one.
 */
export function conceptsIn(facts: Facts): string[] {
  const typed = new Set(facts.ofType(`${SKOS}Concept`));
  const described = facts.subjectsOf(...TELLING.map((name) => SKOS + name), `${SKOS_XL}prefLabel`);
  const schemes = facts.subjectsOf(`${SKOS}hasTopConcept`);
  const collections = facts.subjectsOf(`${SKOS}member`, `${SKOS}memberList`);
  return [...facts.subjects()].filter((subject) => {
    if (subject.startsWith(SKOS) || subject.startsWith(SKOS_XL)) return false;
    const types = facts.typesOf(subject);
    if (types.some((type) => NEVER.includes(type))) return false;
    if (typed.has(subject)) return true;
    if (schemes.has(subject) || collections.has(subject) || types.some((type) => SELDOM.includes(type))) return false;
    return described.has(subject);
  });
}
