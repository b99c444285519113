import { exportedIriOf } from '../model/iri.ts';
import { type VocabularyRecord, vocabularyId } from '../model/vocabulary.ts';
import { hasOwnLabels, ownIri } from './concepts.ts';
import type { ExportedNode } from './graph.ts';
import type { RdfResource } from './rdf.ts';

/**
 * The IRIs of a graph. A concept keeps its original IRI. Glossograph's own IRIs are web addresses if the server has a
 * public address.
 */
export class Names {
  private readonly base: string | undefined;
  private readonly kept = new Map<string, string>();
  private readonly schemes = new Map<string, string>();
  private readonly vocabularyOf = new Map<string, string>();
  private readonly labelled = new Set<string>();
  private readonly taken = new Set<string>();
  private readonly withTops = new Set<string>();

  constructor(base: string | undefined) {
    this.base = base?.replace(/\/$/, '');
  }

  scheme({ id, key, iri }: VocabularyRecord): void {
    this.schemes.set(key, this.claimed(ownIri(iri)) ?? this.ours(id));
  }

  entity({ id, properties: { iri, vocabulary, isTopConcept, ...others } }: ExportedNode): void {
    const own = this.claimed(ownIri(iri));
    if (own !== undefined) this.kept.set(id, own);
    if (typeof vocabulary === 'string') this.vocabularyOf.set(id, vocabulary);
    if (isTopConcept === true && typeof vocabulary === 'string') this.withTops.add(vocabulary);
    if (hasOwnLabels(others)) this.labelled.add(id);
  }

  of(id: string): string {
    return this.kept.get(id) ?? this.ours(id);
  }

  schemeOf(key: string): string {
    return this.schemes.get(key) ?? this.ours(vocabularyId(key));
  }

  /**
   * Whether the labels of a concept come from an RDF file. In this case, the literals of the concept repeat the labels.
   */
  isOwnLabelled(id: string): boolean {
    return this.labelled.has(id);
  }

  /** The top concepts of a scheme, unless the vocabulary itself states which concepts are at the top. */
  *topOf(id: string): Generator<RdfResource> {
    const vocabulary = this.vocabularyOf.get(id);
    if (vocabulary === undefined || this.withTops.has(vocabulary)) return;
    const [scheme, concept] = [this.schemeOf(vocabulary), this.of(id)];
    yield { iri: concept, types: [], properties: [['skos:topConceptOf', { iri: scheme }]] };
    yield { iri: scheme, types: [], properties: [['skos:hasTopConcept', { iri: concept }]] };
  }

  /** An IRI that nothing else of the graph has taken. */
  private claimed(iri: string | undefined): string | undefined {
    if (iri === undefined || this.taken.has(iri)) return undefined;
    this.taken.add(iri);
    return iri;
  }

  private ours(id: string): string {
    return exportedIriOf(id, this.base);
  }
}
