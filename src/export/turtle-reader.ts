import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { Parser, type Quad, type Term } from 'n3';
import { decoded, idOfIri } from '../model/iri.ts';
import type { ImportRecords } from '../model/records.ts';
import { faultIn } from '../store/errors.ts';
import { FoundRecords } from './found-records.ts';
import { CLASS_OF, OTHER_PROPERTY, PREDICATE_OF, PREFIXES } from './vocabulary.ts';

const { rdf, rdfs, g } = PREFIXES;
const whole = (name: string) => name.replace(/^g:/, g);
const KIND_OF = new Map(Object.entries(CLASS_OF).map(([kind, name]) => [whole(name), kind]));
const TYPE_OF = new Map(Object.entries(PREDICATE_OF).map(([type, name]) => [whole(name), type]));

/** The properties of one resource: one value per predicate. It is the first, which is ours; what a foreign file stated follows. */
type Values = Map<string, Term>;

/** Reads records from Turtle that Glossograph exported, in any order. Throws ImportError with every error. */
export function readTurtle(file: string): Promise<ImportRecords> {
  return recordsOfTurtle(file, createReadStream(file, 'utf8'));
}

/** Reads records from the text of a Turtle file. */
export async function recordsOfTurtle(file: string, text: Readable | string): Promise<ImportRecords> {
  const graph = new Resources();
  await parsed(file, text, (quad) => graph.add(quad));
  const found = new FoundRecords(file);
  for (const [iri, values] of graph.named) {
    const type = values.get(`${rdf}type`)?.value ?? '';
    const kind = KIND_OF.get(type);
    const own = { ...graph.properties(values), id: graph.idOf(iri) };
    const fault = { message: `the resource ${iri.slice(0, 200)} is not in the format that Glossograph exports` };
    if (type === `${g}Vocabulary`) found.take('vocabulary', own, fault);
    else if (type === `${g}Source`) found.take('source', own, fault);
    else if (kind !== undefined)
      found.take('entity', { ...own, kind, label: values.get(`${rdfs}label`)?.value }, fault);
    else if (type === `${rdf}Statement`) found.take('relation', relation(graph, values, own), fault);
  }
  return found.records();
}

function relation(graph: Resources, values: Values, own: Record<string, unknown>): object {
  const { evidence, ...rest } = own;
  const end = (name: string) => graph.idOf(values.get(rdf + name)?.value ?? '');
  return {
    ...rest,
    id: values.get(`${PREFIXES.dcterms}identifier`)?.value,
    type: TYPE_OF.get(values.get(`${rdf}predicate`)?.value ?? ''),
    from: end('subject'),
    to: end('object'),
    evidence: Array.isArray(evidence) ? evidence.map((piece) => graph.piece(piece)) : evidence,
  };
}

/** Collects triples in any order, from which records are made at the end. */
class Resources {
  readonly named = new Map<string, Values>();
  private readonly blank = new Map<string, Values>();

  /**
   * Adds a triple. Skips SKOS properties and the plain triples of relations because they repeat data in the records.
   */
  add({ subject, predicate, object }: Quad): void {
    const name = predicate.value;
    if (TYPE_OF.has(name) || name.startsWith(PREFIXES.skos)) return;
    if (name === `${rdf}type` && object.value.startsWith(PREFIXES.skos)) return;
    const all = subject.termType === 'BlankNode' ? this.blank : this.named;
    const values = all.get(subject.value) ?? new Map();
    all.set(subject.value, values.has(name) ? values : values.set(name, object));
  }

  /**
   * The id of a resource, as stated by the resource itself. The IRI does not determine the id because a concept keeps
   * its original IRI.
   */
  idOf(iri: string): string | undefined {
    return this.named.get(iri)?.get(`${PREFIXES.dcterms}identifier`)?.value ?? idOfIri(iri);
  }

  /** The properties of a resource as plain values. */
  properties(values: Values): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    for (const [name, object] of values) {
      if (name.startsWith(g)) entries.push([name.slice(g.length), this.value(object)]);
      else if (name.startsWith(OTHER_PROPERTY)) {
        entries.push([decoded(name.slice(OTHER_PROPERTY.length)), this.value(object)]);
      }
    }
    return Object.fromEntries(entries);
  }

  /** A piece of evidence, stored as a blank node. */
  piece(node: unknown): unknown {
    const values =
      typeof node === 'object' && node !== null && 'value' in node ? this.blank.get(String(node.value)) : null;
    if (!values) return null;
    const { source: _, ...rest } = this.properties(values);
    return { ...rest, sourceId: idOfIri(values.get(`${g}source`)?.value ?? '') };
  }

  private value(object: Term): unknown {
    if (object.termType === 'Literal') return plain(object.value, object.datatype.value);
    if (object.termType === 'BlankNode' || object.value === `${rdf}nil`) return this.list(object);
    return object.value;
  }

  private list(head: Term): unknown[] {
    const items: unknown[] = [];
    const seen = new Set<string>();
    for (let at: Term | undefined = head; at?.termType === 'BlankNode' && !seen.has(at.value); ) {
      seen.add(at.value);
      const cell: Values | undefined = this.blank.get(at.value);
      const item = cell?.get(`${rdf}first`);
      if (item) items.push(item.termType === 'BlankNode' ? item : this.value(item));
      at = cell?.get(`${rdf}rest`);
    }
    return items;
  }
}

/** Converts a literal: numbers and booleans; every other type is its text. */
function plain(text: string, datatype: string): unknown {
  switch (datatype.slice(PREFIXES.xsd.length)) {
    case 'boolean':
      return text === 'true' || text === '1';
    case 'integer':
    case 'decimal':
    case 'double':
      return Number(text);
    default:
      return text;
  }
}

function parsed(file: string, text: Readable | string, take: (quad: Quad) => void): Promise<void> {
  return new Promise((done, fail) => {
    const fault = (error: Error) => {
      const { message, context } = error as Error & { context?: { line?: number } };
      if ('code' in error) return fail(error);
      fail(faultIn(file, `The file is not valid Turtle: ${message.slice(0, 200)}`, { line: context?.line }));
    };
    if (typeof text !== 'string') text.once('error', fault);
    new Parser({ format: 'text/turtle' }).parse(text, (error, quad) => {
      if (error) fault(error);
      else if (quad) take(quad);
      else done();
    });
  });
}
