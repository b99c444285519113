import { Parser, type Quad } from 'n3';
import type { Value } from '../store/properties.ts';
import type { RdfResource, RdfValue } from './rdf.ts';

/** Blank nodes keep the labels with which they are stored. */
const BLANK = 'b_';

/**
 * The statements of an RDF file (`statements` of a term or a vocabulary) as resources, word for word. Lines that are
 * not triples are omitted.
 */
export function* restated(lines: Value | readonly string[] | undefined): Generator<RdfResource> {
  if (!Array.isArray(lines)) return;
  for (const { subject, predicate, object } of lines.flatMap((line) => triplesIn(String(line).toWellFormed()))) {
    yield { iri: nameOf(subject), types: [], properties: [[predicate.value, objectOf(object)]] };
  }
}

function triplesIn(line: string): Quad[] {
  try {
    return new Parser({ format: 'N-Triples', blankNodePrefix: `_:${BLANK}` }).parse(line);
  } catch {
    return []; // records of another program may hold anything
  }
}

interface Node {
  termType: string;
  value: string;
}

const nameOf = ({ termType, value }: Node): string => (termType === 'BlankNode' ? `_:${value}` : value);

function objectOf(object: Node & { language?: string; datatype?: { value: string } }): RdfValue {
  if (object.termType !== 'Literal') return { iri: nameOf(object) };
  const { value, language, datatype } = object;
  if (language) return { text: value, tag: language };
  return datatype === undefined || datatype.value === STRING ? value : { text: value, tag: `^^${datatype.value}` };
}

const STRING = 'http://www.w3.org/2001/XMLSchema#string';
