/**
 * Statements of a file that terms, relations, and mappings cannot hold. They are kept word for word, so an export can
 * repeat them.
 */
import { createHash } from 'node:crypto';
import { DataFactory, type Quad, Writer } from 'n3';
import { addTo } from '../../../../model/group.ts';
import { MATCH_OF } from '../../../../model/mapping.ts';
import { LITERAL_PROPERTIES } from '../../../../model/skos.ts';
import { type Facts, isBlank, isLiteral, NOWHERE, OWL, RDF, SKOS, type Value } from './facts.ts';

const { blankNode, literal, namedNode, quad } = DataFactory;

/** Relations between concepts of the file: an export has them of the relations of terms. */
const RELATIONS = new Set(['broader', 'narrower', 'related'].map((name) => SKOS + name));
/** An export has their IRIs of the mappings of terms. */
const MAPPINGS = new Set(Object.values(MATCH_OF).map((name) => SKOS + name));
/** An export has their literals word for word. */
const TEXTS = new Set(LITERAL_PROPERTIES.map((name) => SKOS + name));
const TO_SCHEME = new Set(['inScheme', 'topConceptOf'].map((name) => SKOS + name));
const TYPE = `${RDF}type`;

/** The statements of a file as lines of N-Triples. */
export interface Statements {
  /** By concept: the statements about the concept and about the blank nodes to which they lead. */
  ofConcepts: ReadonlyMap<string, string[]>;
  /** The statements about everything else, such as schemes, collections, and labels. */
  others: string[];
}

/**
 * The statements of a file that records cannot hold, in an order that does not depend on the order of the file. Blank
 * nodes get unique labels, so that files can be combined.
 *
 * @param scheme the scheme of the concepts in the file
 */
export function statementsIn(facts: Facts, concepts: readonly string[], scheme: string | undefined): Statements {
  const own = new Set(concepts);
  const labels = new BlankLabels(facts);
  const isHeld = (subject: string, predicate: string, object: Value): boolean => {
    if (predicate === TYPE) return object.value === heldType(subject);
    if (!own.has(subject)) return false;
    if (TEXTS.has(predicate)) return isLiteral(object);
    if (RELATIONS.has(predicate)) return own.has(object.value);
    if (MAPPINGS.has(predicate)) return object.termType === 'NamedNode';
    if (TO_SCHEME.has(predicate)) return object.value === scheme;
    return predicate === `${OWL}deprecated` && object.value === 'true';
  };
  const heldType = (subject: string) =>
    own.has(subject) ? `${SKOS}Concept` : subject === scheme ? `${SKOS}ConceptScheme` : undefined;

  const told = new Set<string>();
  /** What is said of a resource, and of the blank nodes to which this leads, each once. */
  const about = (start: string): string[] => {
    const quads: Quad[] = [];
    const due = [start];
    for (let subject = due.pop(); subject !== undefined; subject = due.pop()) {
      if (told.has(subject) || isRelative(subject)) continue;
      told.add(subject);
      for (const [predicate, objects] of facts.about(subject)) {
        for (const object of objects) {
          if (isHeld(subject, predicate, object) || isRelative(predicate) || isRelative(object.value)) continue;
          quads.push(quad(labels.node(subject), namedNode(predicate), labels.term(object)));
          if (object.termType === 'BlankNode' && !own.has(object.value)) due.push(object.value);
        }
      }
    }
    return linesOf(quads);
  };

  const named = concepts.filter((one) => !isBlank(one));
  const ofConcepts = new Map(named.map((concept) => [concept, about(concept)] as const));
  const rest = [...facts.subjects()].filter((subject) => !own.has(subject));
  // Blank nodes to which a resource leads are told with it.
  const ordered = [...rest.filter((one) => !isBlank(one)), ...rest.filter(isBlank)];
  return { ofConcepts, others: ordered.flatMap(about).sort() };
}

const isRelative = (iri: string): boolean => iri.startsWith(NOWHERE);

const linesOf = (quads: Quad[]): string[] =>
  new Writer({ format: 'N-Triples' })
    .quadsToString(quads)
    .split('\n')
    .filter((line) => line !== '')
    .sort();

/** How far blank nodes are followed to tell them apart. */
const DEEP = 3;

/**
 * Labels of blank nodes, made of what is said of them and of what leads to them: a file in another format, or in another order, has
 * the same labels.
 */
class BlankLabels {
  private readonly facts: Facts;
  private readonly leading: ReadonlyMap<string, string[]>;
  private readonly labels = new Map<string, string>();

  constructor(facts: Facts) {
    this.facts = facts;
    const leading = new Map<string, string[]>();
    for (const subject of facts.subjects()) {
      for (const [predicate, objects] of facts.about(subject)) {
        for (const { termType, value } of objects) {
          if (termType === 'BlankNode')
            addTo(leading, value, JSON.stringify([isBlank(subject) ? '' : subject, predicate]));
        }
      }
    }
    this.leading = leading;
  }

  node(name: string) {
    return isBlank(name) ? blankNode(this.labelOf(name)) : namedNode(name);
  }

  term({ termType, value, language, datatype }: Value) {
    if (termType === 'Literal') return literal(value, language || (datatype && namedNode(datatype.value)));
    return this.node(value);
  }

  private labelOf(name: string): string {
    const known = this.labels.get(name);
    if (known !== undefined) return known;
    const from = (this.leading.get(name) ?? []).sort();
    const label = `h${createHash('sha256')
      .update(JSON.stringify([from, this.said(name, DEEP)]))
      .digest('hex')
      .slice(0, 16)}`;
    this.labels.set(name, label);
    return label;
  }

  private said(name: string, deep: number): unknown {
    if (deep === 0) return '';
    const said = [...this.facts.about(name)].flatMap(([predicate, objects]) =>
      objects.map(({ termType, value, language = '', datatype }) =>
        JSON.stringify([
          predicate,
          termType === 'BlankNode' ? this.said(value, deep - 1) : [value, language, datatype?.value],
        ]),
      ),
    );
    return said.sort();
  }
}
