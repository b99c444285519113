/** Converts the graph to RDF resources for Turtle and JSON-LD. Decision 0015 explains the mapping. */

import { encoded, iriOf } from '../model/iri.ts';
import type { SourceRecord } from '../model/records.ts';
import type { VocabularyRecord } from '../model/vocabulary.ts';
import type { Properties, Value } from '../store/properties.ts';
import { ConceptRelations, conceptOf, inLanguage } from './concepts.ts';
import type { ExportedEdge, ExportedGraph, ExportedNode, ExportSummary } from './graph.ts';
import { Names } from './names.ts';
import { EDGE_PROPERTIES, inColumns, NODE_PROPERTIES, type PropertyType } from './properties.ts';
import type { RdfResource, RdfValue } from './rdf.ts';
import { restated } from './statements.ts';
import { CLASS_OF, GRAPH, OTHER_PROPERTY, PREDICATE_OF, relationIri } from './vocabulary.ts';

/**
 * Yields the resources of a graph. In memory, it keeps only the names of aliases, the IRIs from other sources, and the
 * relations between concepts. SKOS writes these relations on the concept, which comes before them in the stream.
 */
export async function* resourcesOf({
  about,
  base,
  vocabularies,
  sources,
  nodes,
  edges,
}: ExportedGraph): AsyncGenerator<RdfResource> {
  const names = new Names(base);
  // A file may speak of another's concepts, so what it says of others comes after all that is ours.
  const others: (readonly string[])[] = [];
  yield graphResource(about);
  for await (const vocabulary of vocabularies()) {
    names.scheme(vocabulary);
    yield vocabularyResource(vocabulary, names);
    if (vocabulary.statements) others.push(vocabulary.statements);
  }
  for await (const source of sources()) yield sourceResource(source);
  const aliases = new Map<string, Properties & { label: string }>();
  for await (const node of nodes()) {
    names.entity(node);
    if (node.kind === 'ALIAS') aliases.set(node.id, { ...node.properties, label: node.label });
    yield nodeResource(node, names);
    yield* restated(node.properties.statements);
  }
  const concepts = new ConceptRelations();
  for await (const edge of edges()) {
    const { type, source, target } = edge;
    yield { iri: names.of(source), types: [], properties: [[PREDICATE_OF[type], { iri: names.of(target) }]] };
    const alias = type === 'ALIAS_OF' && target.startsWith('Term:') ? aliases.get(source) : undefined;
    if (alias !== undefined && !names.isOwnLabelled(target)) {
      yield { iri: names.of(target), types: [], properties: [['skos:altLabel', inLanguage(alias.label, alias)]] };
    }
    if (type === 'RELATED_TO') concepts.relate(source, target);
    if (type === 'BROADER') {
      concepts.broader(source, target);
      yield* both(names, 'skos:broader', source, target, 'skos:narrower');
    }
    yield statement(edge, names);
  }
  for (const [one, other] of concepts.apart()) yield* both(names, 'skos:related', one, other, 'skos:related');
  for (const top of concepts.tops()) yield* names.topOf(top);
  for (const lines of others) yield* restated(lines);
}

/** A relation of SKOS, and the same seen from the other end. */
function* both(names: Names, there: string, one: string, other: string, back: string): Generator<RdfResource> {
  yield { iri: names.of(one), types: [], properties: [[there, { iri: names.of(other) }]] };
  yield { iri: names.of(other), types: [], properties: [[back, { iri: names.of(one) }]] };
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

/** A vocabulary as a concept scheme, with its title, license, and version in Dublin Core and OWL. */
function vocabularyResource({ id, ...vocabulary }: VocabularyRecord, names: Names): RdfResource {
  const { key, name = key, description, url, license, version } = vocabulary;
  const scheme = [
    ['dcterms:title', { text: name, tag: 'en' }],
    ['skos:prefLabel', { text: name, tag: 'en' }],
    ...(description === undefined ? [] : [['dcterms:description', { text: description, tag: 'en' }] as const]),
    ...(url === undefined ? [] : [['rdfs:seeAlso', url] as const]),
    ...(license === undefined ? [] : [['dcterms:license', license] as const]),
    ...(version === undefined ? [] : [['owl:versionInfo', version] as const]),
  ] as const satisfies RdfResource['properties'];
  return {
    iri: names.schemeOf(key),
    types: ['g:Vocabulary', 'skos:ConceptScheme'],
    properties: [
      ['dcterms:identifier', id],
      ...scheme,
      ...Object.entries(vocabulary).map(([property, value]) => [`g:${property}`, rdfValue(undefined, value)] as const),
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

function nodeResource({ id, kind, label, properties }: ExportedNode, names: Names): RdfResource {
  const { vocabulary } = properties;
  const scheme = typeof vocabulary === 'string' ? names.schemeOf(vocabulary) : undefined;
  return {
    iri: names.of(id),
    types: [CLASS_OF[kind], ...(kind === 'TERM' ? ['skos:Concept'] : [])],
    properties: [
      ['dcterms:identifier', id],
      ['rdfs:label', label],
      ...(kind === 'TERM' ? conceptOf(label, properties, scheme) : []),
      ...mapped(NODE_PROPERTIES, properties),
    ],
  };
}

/** The relation as an rdf:Statement, with its properties and evidence. */
function statement({ id, type, source, target, evidence, properties }: ExportedEdge, names: Names): RdfResource {
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
      ['rdf:subject', { iri: names.of(source) }],
      ['rdf:predicate', { iri: PREDICATE_OF[type] }],
      ['rdf:object', { iri: names.of(target) }],
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
