/** The triples of a file by subject and predicate, and the names that SKOS files use. */
import { z } from 'zod';
import { addTo } from '../../../../model/group.ts';

/** The part of an RDF triple that is read, in both Turtle and JSON-LD. */
export const TripleShape = z.object({
  subject: z.object({ value: z.string() }),
  predicate: z.object({ value: z.string() }),
  object: z.object({
    termType: z.string(),
    value: z.string(),
    language: z.string().optional(),
    datatype: z.object({ value: z.string() }).optional(),
  }),
});
export type Triple = z.output<typeof TripleShape>;

/** The object of a triple. */
export type Value = Triple['object'];

export const SKOS = 'http://www.w3.org/2004/02/skos/core#';
export const SKOS_XL = 'http://www.w3.org/2008/05/skos-xl#';
export const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
export const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
export const OWL = 'http://www.w3.org/2002/07/owl#';
export const TERMS = 'http://purl.org/dc/terms/';
export const ELEMENTS = 'http://purl.org/dc/elements/1.1/';
/** The base IRI for relative references in a file that does not state a base. It is not a real address. */
export const NOWHERE = 'http://relative.invalid/';

export const isLiteral = ({ termType }: Value): boolean => termType === 'Literal';
/** Whether a resource is a blank node. The label of a blank node is different in each reading. */
export const isBlank = (subject: string): boolean => subject.startsWith('_:') || !subject.includes(':');
const isOurs = ({ language = '' }: Value): boolean => language === '' || /^en\b/i.test(language);

/** Values in English or without a language first, followed by all others. Both groups are in file order. */
export function inOurLanguageFirst(values: readonly Value[]): Value[] {
  return [...values.filter(isOurs), ...values.filter((value) => !isOurs(value))];
}

/** Triples by subject and predicate. */
export class Facts {
  private readonly all = new Map<string, Map<string, Value[]>>();

  constructor(triples: Iterable<Triple>) {
    for (const { subject, predicate, object } of triples) {
      const about = this.all.get(subject.value) ?? new Map<string, Value[]>();
      this.all.set(subject.value, about);
      addTo(about, predicate.value, object);
    }
  }

  /** The properties of a subject, in file order. */
  about(subject: string): Iterable<[predicate: string, objects: readonly Value[]]> {
    return this.all.get(subject) ?? [];
  }

  of(subject: string, predicate: string): readonly Value[] {
    return this.all.get(subject)?.get(predicate) ?? [];
  }

  /** The IRIs to which a property of a subject leads, without duplicates. */
  endsOf(subject: string, predicate: string): string[] {
    const ends = this.of(subject, predicate).filter((value) => !isLiteral(value));
    return [...new Set(ends.map(({ value }) => value))];
  }

  subjects(): Iterable<string> {
    return this.all.keys();
  }

  /** The subjects that have at least one of these properties. */
  subjectsOf(...predicates: readonly string[]): Set<string> {
    return new Set(
      [...this.all].flatMap(([subject, about]) => (predicates.some((one) => about.has(one)) ? [subject] : [])),
    );
  }

  /** Whether the file uses SKOS at all. It might describe only collections or labels. */
  hasSkos(): boolean {
    const isOfSkos = (iri: string) => iri.startsWith(SKOS) || iri.startsWith(SKOS_XL);
    return [...this.all].some(
      ([subject, about]) => [...about.keys()].some(isOfSkos) || this.typesOf(subject).some(isOfSkos),
    );
  }

  typesOf(subject: string): string[] {
    return this.endsOf(subject, `${RDF}type`);
  }

  ofType(type: string): string[] {
    return [...this.all.keys()].filter((subject) => this.typesOf(subject).includes(type));
  }

  /** The subjects that lead to each end of a property. */
  reversed(predicate: string): Map<string, string[]> {
    const ends = new Map<string, string[]>();
    for (const subject of this.subjectsOf(predicate)) {
      for (const end of this.endsOf(subject, predicate)) addTo(ends, end, subject);
    }
    return ends;
  }

  /**
   * The labels of a resource: `skos:prefLabel`, and in SKOS-XL the literal forms of `skosxl:prefLabel`. Files that
   * contain both repeat each label, so duplicates are removed.
   */
  labels(subject: string, name: 'prefLabel' | 'altLabel' | 'hiddenLabel'): Value[] {
    const extended = this.endsOf(subject, SKOS_XL + name).flatMap((label) => this.of(label, `${SKOS_XL}literalForm`));
    const all = [...this.of(subject, SKOS + name), ...extended].filter(isLiteral);
    return [...new Map(all.map((value) => [`${value.language ?? ''} ${value.value}`, value])).values()];
  }
}
