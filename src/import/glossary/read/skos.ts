import { z } from 'zod';
import { addTo, groupBy } from '../../../model/group.ts';
import type { FilePlace } from '../../json-place.ts';
import { entry, type Glossary, type GlossaryFile, type OtherName } from './shape.ts';

/** The part of an RDF triple that is read, in Turtle and in JSON-LD. */
export const TripleShape = z.object({
  subject: z.object({ value: z.string() }),
  predicate: z.object({ value: z.string() }),
  object: z.object({ termType: z.string(), value: z.string(), language: z.string().optional() }),
});
export type Triple = z.output<typeof TripleShape>;

const SKOS = 'http://www.w3.org/2004/02/skos/core#';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const TERMS = 'http://purl.org/dc/terms/';
const ELEMENTS = 'http://purl.org/dc/elements/1.1/';
/** The base IRI for relative references of a file that states none. It is the address of nothing. */
export const NOWHERE = 'http://relative.invalid/';

type Value = Triple['object'];

/**
 * Reads a glossary from SKOS: concepts with their labels, notes and relations. A note may be a resource; it is read one
 * level deep, so circles do no harm. Mappings to other vocabularies (`exactMatch` and the like) are not read.
 */
export function fromSkos(
  triples: Iterable<Triple>,
  fault: GlossaryFile['fault'],
  placeOf: (subject: string) => FilePlace,
): Glossary {
  const facts = new Facts(triples);
  const concepts = facts.subjectsOf(
    `${SKOS}prefLabel`,
    `${SKOS}altLabel`,
    `${SKOS}definition`,
    `${SKOS}broader`,
    `${SKOS}related`,
  );
  for (const subject of facts.ofType(`${SKOS}Concept`)) concepts.add(subject);
  const narrower = facts.reversed(`${SKOS}narrower`);
  const scheme = facts.ofType(`${SKOS}ConceptScheme`)[0];
  if (concepts.size === 0)
    fault('The file contains no SKOS concepts. A concept must have a skos:prefLabel.', { line: 1 });
  const entries = [...concepts].flatMap((subject) => {
    const values = (name: string) => facts.of(subject, `${SKOS}${name}`);
    const [preferred, ...translated] = inOurLanguageFirst(values('prefLabel').filter(isLiteral));
    if (!preferred) {
      fault(`The concept ${subject} must have a skos:prefLabel.`, placeOf(subject));
      return [];
    }
    const sources = sourcesOf(facts, subject);
    const names = (labels: readonly Value[], kind?: OtherName['kind']) =>
      labels.filter(isLiteral).map(({ value }): OtherName => ({ name: value, kind }));
    return [
      entry({
        name: preferred.value,
        key: subject,
        definitions: texts(facts, values('definition')).map((one) => ({
          text: one.text,
          sources: [...one.sources, ...sources],
        })),
        notes: texts(facts, values('scopeNote')).map(({ text }) => ({ heading: 'Scope note', text })),
        aliases: [...names(values('altLabel')), ...names(translated), ...names(values('hiddenLabel'), 'VARIANT')],
        sources,
        url: /^https?:/.test(subject) && !subject.startsWith(NOWHERE) ? subject : undefined,
        broader: [...new Set([...values('broader').map(({ value }) => value), ...(narrower.get(subject) ?? [])])],
        related: [...new Set(values('related').map(({ value }) => value))],
        place: () => placeOf(subject),
      }),
    ];
  });
  return { title: scheme === undefined ? undefined : titleOf(facts, scheme), entries, passedOver: [] };
}

/** Triples by subject and predicate. */
class Facts {
  private readonly all = new Map<string, Map<string, Value[]>>();

  constructor(triples: Iterable<Triple>) {
    for (const { subject, predicate, object } of triples) {
      const about = this.all.get(subject.value) ?? new Map<string, Value[]>();
      this.all.set(subject.value, about);
      addTo(about, predicate.value, object);
    }
  }

  of(subject: string, predicate: string): readonly Value[] {
    return this.all.get(subject)?.get(predicate) ?? [];
  }

  subjectsOf(...predicates: readonly string[]): Set<string> {
    return new Set(
      [...this.all].flatMap(([subject, about]) => (predicates.some((one) => about.has(one)) ? [subject] : [])),
    );
  }

  ofType(type: string): string[] {
    return [...this.all.keys()].filter((subject) => this.of(subject, `${RDF}type`).some(({ value }) => value === type));
  }

  reversed(predicate: string): Map<string, string[]> {
    const pairs = [...this.all].flatMap(([subject, about]) =>
      (about.get(predicate) ?? []).map(({ value }) => ({ subject, value })),
    );
    const bySubject = [...groupBy(pairs, ({ value }) => value)];
    return new Map(bySubject.map(([value, all]) => [value, all.map(({ subject }) => subject)]));
  }
}

const isLiteral = ({ termType }: Value): boolean => termType === 'Literal';
const isOurs = ({ language = '' }: Value): boolean => language === '' || /^en\b/i.test(language);

/** Values in English or without a language first, then the others; both in the order of the file. */
function inOurLanguageFirst(values: readonly Value[]): Value[] {
  return [...values.filter(isOurs), ...values.filter((value) => !isOurs(value))];
}

/** The texts of notes in English or without a language; those in other languages when there are none. */
function texts(facts: Facts, values: readonly Value[]): { text: string; sources: readonly string[] }[] {
  const read = values.flatMap((value) =>
    isLiteral(value)
      ? [{ value, sources: [] }]
      : facts
          .of(value.value, `${RDF}value`)
          .filter(isLiteral)
          .map((one) => ({ value: one, sources: sourcesOf(facts, value.value) })),
  );
  const ours = read.filter(({ value }) => isOurs(value));
  return (ours.length > 0 ? ours : read).map(({ value, sources }) => ({ text: value.value, sources }));
}

function sourcesOf(facts: Facts, subject: string): string[] {
  const named = [`${TERMS}source`, `${ELEMENTS}source`].flatMap((predicate) => facts.of(subject, predicate));
  return named.filter(({ termType }) => termType !== 'BlankNode').map(({ value }) => value);
}

function titleOf(facts: Facts, scheme: string): string | undefined {
  const named = [`${TERMS}title`, `${ELEMENTS}title`, `${SKOS}prefLabel`].flatMap((one) => facts.of(scheme, one));
  return inOurLanguageFirst(named.filter(isLiteral))[0]?.value;
}
