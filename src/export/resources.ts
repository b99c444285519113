/** The graph as RDF resources, for Turtle and JSON-LD. Decision 0015 explains the mapping. */

import type { SourceRecord } from '../model/records.ts';
import type { Properties, Value } from '../store/properties.ts';
import type { ExportedEdge, ExportedGraph, ExportedNode, ExportSummary } from './graph.ts';
import { EDGE_PROPERTIES, inColumns, NODE_PROPERTIES, type PropertyType } from './properties.ts';
import { CLASS_OF, encoded, GRAPH, iriOf, OTHER_PROPERTY, PREDICATE_OF, relationIri, TERMS } from './vocabulary.ts';

/** The value of a property. Lists keep their order and may be empty. */
export type RdfValue =
  | string
  | boolean
  | { iri: string }
  | { english: string }
  | { integer: number }
  | { number: number }
  | { list: readonly RdfValue[] }
  | RdfResource;

/** A resource with properties; without an IRI it is a blank node inside another one. Names are prefixed or full IRIs. */
export interface RdfResource {
  iri?: string;
  types: readonly string[];
  properties: readonly (readonly [name: string, value: RdfValue])[];
}

/**
 * Yields the resources of a graph. Keeps only the names of aliases in memory: SKOS has them on the concept, which comes later.
 */
export async function* resourcesOf({ about, sources, nodes, edges }: ExportedGraph): AsyncGenerator<RdfResource> {
  yield graphResource(about);
  yield { iri: TERMS, types: ['skos:ConceptScheme'], properties: [['rdfs:label', 'Glossograph']] };
  for await (const source of sources()) yield sourceResource(source);
  const aliases = new Map<string, string>();
  for await (const node of nodes()) {
    if (node.kind === 'ALIAS') aliases.set(node.id, node.label);
    yield nodeResource(node);
  }
  for await (const edge of edges()) {
    yield { iri: iriOf(edge.source), types: [], properties: direct(edge) };
    const alias = edge.type === 'ALIAS_OF' && edge.target.startsWith('Term:') ? aliases.get(edge.source) : undefined;
    if (alias !== undefined) {
      yield { iri: iriOf(edge.target), types: [], properties: [['skos:altLabel', { english: alias }]] };
    }
    yield statement(edge);
  }
}

function graphResource({ completeness: { exact, reasons, omittedNodes }, question }: ExportSummary): RdfResource {
  return {
    iri: GRAPH,
    types: ['g:Graph'],
    properties: [
      ['g:exact', exact],
      ['g:reasons', { list: reasons }],
      ['g:omittedNodes', { integer: omittedNodes }],
      ...(question ? [['g:question', JSON.stringify(question)] as const] : []),
    ],
  };
}

function sourceResource({ id, ...others }: SourceRecord): RdfResource {
  const known = ['name', 'url', 'retrieved', 'sha256'];
  const properties = Object.entries(others).map(([name, value]) => {
    return [known.includes(name) ? `g:${name}` : OTHER_PROPERTY + encoded(name), rdfValue(undefined, value)] as const;
  });
  return { iri: iriOf(id), types: ['g:Source'], properties: [['dcterms:identifier', id], ...properties] };
}

function nodeResource({ id, kind, label, properties }: ExportedNode): RdfResource {
  const { notation, definition = properties.shortDefinition } = properties;
  const concept: RdfResource['properties'] = [
    ['skos:prefLabel', { english: label }],
    ...(typeof notation === 'string' ? [['skos:notation', notation] as const] : []),
    ...(typeof definition === 'string' ? [['skos:definition', { english: definition }] as const] : []),
    ['skos:inScheme', { iri: TERMS }],
  ];
  return {
    iri: iriOf(id),
    types: [CLASS_OF[kind], ...(kind === 'TERM' ? ['skos:Concept'] : [])],
    properties: [
      ['dcterms:identifier', id],
      ['rdfs:label', label],
      ...(kind === 'TERM' ? concept : []),
      ...mapped(NODE_PROPERTIES, properties),
    ],
  };
}

/** The relation as a triple, and as a second one where SKOS has a property for it. */
function direct({ type, target }: ExportedEdge): RdfResource['properties'] {
  const end = { iri: iriOf(target) };
  const skos = type === 'RELATED_TO' ? 'skos:related' : type === 'BROADER' ? 'skos:broader' : undefined;
  return [[PREDICATE_OF[type], end], ...(skos ? [[skos, end] as const] : [])];
}

/** The relation as an rdf:Statement, with its properties and evidence. */
function statement({ id, type, source, target, evidence, properties }: ExportedEdge): RdfResource {
  const pieces = evidence.map(({ rule, quote, start, end, sourceId }): RdfResource => {
    const piece: (readonly [string, RdfValue])[] = [['g:rule', rule]];
    if (quote !== undefined) piece.push(['g:quote', quote]);
    if (start !== undefined) piece.push(['g:start', { integer: start }]);
    if (end !== undefined) piece.push(['g:end', { integer: end }]);
    return { types: [], properties: [...piece, ['g:source', { iri: iriOf(sourceId) }]] };
  });
  return {
    iri: relationIri(id),
    types: ['rdf:Statement'],
    properties: [
      ['dcterms:identifier', id],
      ['rdf:subject', { iri: iriOf(source) }],
      ['rdf:predicate', { iri: PREDICATE_OF[type] }],
      ['rdf:object', { iri: iriOf(target) }],
      ...mapped(EDGE_PROPERTIES, properties),
      ['g:evidence', { list: pieces }],
    ],
  };
}

function mapped(table: Readonly<Record<string, PropertyType>>, properties: Properties): RdfResource['properties'] {
  const { known, others = {} } = inColumns(table, properties);
  return [
    ...known.map(([name, type, value]) => [`g:${name}`, rdfValue(type, value)] as const),
    ...Object.entries(others).map(
      ([name, value]) => [OTHER_PROPERTY + encoded(name), rdfValue(undefined, value)] as const,
    ),
  ];
}

function rdfValue(type: PropertyType | undefined, value: Value): RdfValue {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    return type === 'number' || !Number.isSafeInteger(value) ? { number: value } : { integer: value };
  }
  return { list: value.map((one) => rdfValue(undefined, one)) };
}
