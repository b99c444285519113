import { MAPPING_PREDICATES, MATCH_OF } from '../../../../model/mapping.ts';
import { LITERAL_PROPERTIES } from '../../../../model/skos.ts';
import type { FilePlace } from '../../../json-place.ts';
import { entry, type Glossary, type GlossaryEntry, type GlossaryFile, type Literal, type OtherName } from '../shape.ts';
import { conceptsIn } from './concepts.ts';
import {
  ELEMENTS,
  Facts,
  inOurLanguageFirst,
  isBlank,
  isLiteral,
  NOWHERE,
  OWL,
  RDF,
  RDFS,
  SKOS,
  TERMS,
  type Triple,
  type Value,
} from './facts.ts';
import { inconsistencies } from './integrity.ts';
import { statementsIn } from './statements.ts';

/** Notes that become sections of a page, with their headings. */
const NOTES: Readonly<Record<string, string>> = {
  scopeNote: 'Scope note',
  note: 'Note',
  example: 'Example',
  historyNote: 'History',
  editorialNote: 'Editorial note',
  changeNote: 'Change',
};
const LABELS = ['prefLabel', 'altLabel', 'hiddenLabel'] as const;
const isLabel = (name: string): name is (typeof LABELS)[number] => LABELS.some((label) => label === name);

/**
 * Reads a glossary from SKOS, including SKOS-XL: concepts with their labels in all languages, notes, relations, and
 * mappings. A note can be a resource. Such a note is read only one level deep, so circles do no harm. Statements that
 * violate the SKOS Reference are also read and reported.
 */
export function fromSkos(
  triples: Iterable<Triple>,
  fault: GlossaryFile['fault'],
  placeOf: (subject: string) => FilePlace,
): Glossary {
  const facts = new Facts(triples);
  const concepts = conceptsIn(facts);
  if (concepts.length === 0 && !facts.hasSkos())
    fault('The file contains no SKOS concepts. A concept must be a skos:Concept or have a skos:prefLabel.', {
      line: 1,
    });
  const narrower = facts.reversed(`${SKOS}narrower`);
  const tops = facts.reversed(`${SKOS}hasTopConcept`);
  const scheme = schemeOf(facts);
  const { ofConcepts, others } = statementsIn(facts, concepts, scheme.iri);
  const passedOver: string[] =
    concepts.length === 0 ? ['Everything was left out, because the file contains no concepts.'] : [];
  const entries = concepts.flatMap((subject) => {
    const concept = new Concept(facts, subject);
    const { name, isUnnamed } = concept;
    if (isUnnamed && isBlank(subject)) {
      passedOver.push('A concept was left out, because it has neither a label nor an IRI.');
      return [];
    }
    if (isUnnamed) {
      passedOver.push(`The concept ${subject} has no label. Its name, "${name}", is taken from its IRI.`);
    }
    return entry({
      ...concept.entry(),
      broader: [...new Set([...facts.endsOf(subject, `${SKOS}broader`), ...(narrower.get(subject) ?? [])])],
      statements: ofConcepts.get(subject) ?? [],
      isTopConcept: tops.has(subject) || facts.of(subject, `${SKOS}topConceptOf`).length > 0,
      place: () => placeOf(subject),
    });
  });
  const told = [...passedOver, ...leadingOut(narrower, concepts), ...othersIn(facts), ...inconsistencies(facts)];
  return { ...scheme, statements: others, entries, passedOver: told };
}

/** Relations to narrower resources that are no concepts of the file, in words. */
function leadingOut(narrower: ReadonlyMap<string, readonly string[]>, concepts: readonly string[]): string[] {
  const own = new Set(concepts);
  const out = [...narrower].filter(([end]) => !own.has(end));
  return out.flatMap(([end, from]) =>
    from.map(
      (one) => `The relation BROADER from ${end} to ${one} was left out, because ${end} is not a term in the file.`,
    ),
  );
}

/** A concept, as the properties of a resource describe it. */
class Concept {
  private readonly facts: Facts;
  private readonly subject: string;
  private readonly preferred: Value | undefined;
  private readonly translated: Value[];

  constructor(facts: Facts, subject: string) {
    this.facts = facts;
    this.subject = subject;
    const [preferred, ...translated] = inOurLanguageFirst(facts.labels(subject, 'prefLabel'));
    this.preferred = preferred ?? inOurLanguageFirst(facts.of(subject, `${RDFS}label`).filter(isLiteral))[0];
    this.translated = preferred ? translated : [];
  }

  /** The preferred label in English, or in the first language of the file, or else the end of the IRI. */
  get name(): string {
    return this.preferred?.value ?? localName(this.subject);
  }

  get isUnnamed(): boolean {
    return this.preferred === undefined;
  }

  entry(): Omit<GlossaryEntry, 'place' | 'broader' | 'statements'> {
    const { facts, subject } = this;
    const sources = sourcesOf(facts, subject);
    const notesOf = (name: string) => this.texts(name);
    return {
      name: this.name,
      language: this.preferred?.language || undefined,
      key: subject,
      isAnonymous: isBlank(subject),
      iri: isIri(subject) ? subject : undefined,
      url: isIri(subject) && /^https?:/.test(subject) ? subject : undefined,
      notation: facts.of(subject, `${SKOS}notation`)[0]?.value,
      isDeprecated: facts.of(subject, `${OWL}deprecated`).some(({ value }) => value === 'true' || value === '1'),
      definitions: notesOf('definition').map(({ text, language, sources: own }) => ({
        ...{ text, language },
        sources: [...own, ...sources],
      })),
      notes: Object.entries(NOTES).flatMap(([name, heading]) =>
        notesOf(name).map(({ text, language }) => ({ heading, text, language })),
      ),
      aliases: [
        ...named(facts.labels(subject, 'altLabel')),
        ...named(this.translated),
        ...named(facts.labels(subject, 'hiddenLabel'), 'VARIANT'),
      ],
      sources,
      related: facts.endsOf(subject, `${SKOS}related`),
      mappings: MAPPING_PREDICATES.flatMap((predicate) =>
        facts.endsOf(subject, SKOS + MATCH_OF[predicate]).map((iri) => ({ predicate, iri })),
      ),
      literals: this.literals(),
    };
  }

  /** The texts of a note: literals, and the values of resources. Those in English or without a language come first. */
  private texts(name: string): { text: string; language: string | undefined; sources: readonly string[] }[] {
    const { facts, subject } = this;
    const read = facts.of(subject, SKOS + name).flatMap((value) =>
      isLiteral(value)
        ? [{ value, sources: [] }]
        : facts
            .of(value.value, `${RDF}value`)
            .filter(isLiteral)
            .map((one) => ({ value: one, sources: sourcesOf(facts, value.value) })),
    );
    return inOurLanguageFirst(read.map(({ value }) => value)).map((value) => ({
      text: value.value,
      language: value.language || undefined,
      sources: read.find((one) => one.value === value)?.sources ?? [],
    }));
  }

  /** What the file says in words, exactly as it says it, so that an export can say it again. */
  private literals(): Literal[] {
    const { facts, subject } = this;
    const all = LITERAL_PROPERTIES.flatMap((name) => {
      const values = isLabel(name) ? facts.labels(subject, name) : facts.of(subject, SKOS + name).filter(isLiteral);
      return values.map((value) => [name, value] as const);
    });
    return all.map(([name, { value, language, datatype }]) => ({
      property: `skos:${name}`,
      text: value,
      tag: language ? language : datatype && !PLAIN.has(datatype.value) ? `^^${datatype.value}` : '',
    }));
  }
}

/** The datatypes of literals that are written without one. */
const PLAIN: ReadonlySet<string> = new Set(['http://www.w3.org/2001/XMLSchema#string', `${RDF}langString`]);

const named = (labels: readonly Value[], kind?: OtherName['kind']): OtherName[] =>
  labels.map(({ value, language }) => ({ name: value, kind, language: language || undefined }));

/** Whether a name is an IRI of the file's own, and no blank node or relative reference. */
const isIri = (name: string): boolean =>
  /^[a-z][\w+.-]*:/i.test(name) && !name.startsWith('_:') && !name.startsWith(NOWHERE);

/** The last part of an IRI. */
function localName(iri: string): string {
  const part = /[^/#:]*$/.exec(iri.replace(/[/#]$/, ''))?.[0] || iri;
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a percent sign that begins no escape
  }
}

function sourcesOf(facts: Facts, subject: string): string[] {
  const named = [`${TERMS}source`, `${ELEMENTS}source`].flatMap((predicate) => facts.of(subject, predicate));
  return named.filter(({ termType }) => termType !== 'BlankNode').map(({ value }) => value);
}

/** What the file says about itself: the first concept scheme. */
function schemeOf(facts: Facts): Omit<Glossary, 'entries' | 'passedOver'> {
  const [scheme] = facts.ofType(`${SKOS}ConceptScheme`);
  if (scheme === undefined) return {};
  const first = (...predicates: string[]) =>
    inOurLanguageFirst(predicates.flatMap((one) => facts.of(scheme, one)))[0]?.value;
  const labels = facts.labels(scheme, 'prefLabel');
  return {
    title: first(`${TERMS}title`, `${ELEMENTS}title`) ?? inOurLanguageFirst(labels)[0]?.value ?? first(`${RDFS}label`),
    description: first(`${TERMS}description`, `${ELEMENTS}description`, `${SKOS}definition`),
    license: first(`${TERMS}license`, `${TERMS}rights`),
    version: first(`${OWL}versionInfo`),
    ...(isIri(scheme) && { iri: scheme, ...(/^https?:/.test(scheme) && { url: scheme }) }),
  };
}

/** What else the file describes, in words. */
function othersIn(facts: Facts): string[] {
  const count = (what: string, type: string) => {
    const found = facts.ofType(SKOS + type).length;
    return found === 0 ? [] : [`${found} ${what}${found === 1 ? ' was' : 's were'} left out.`];
  };
  return [...count('collection', 'Collection'), ...count('ordered collection', 'OrderedCollection')];
}
