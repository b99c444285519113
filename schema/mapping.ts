import { type MappingRow, mapping } from '../cypher/mapping/index.ts';
import { iriOf } from '../src/model/iri.ts';
import { builder } from './builder.ts';
import { MappingPredicate } from './enums.ts';
import { evidenceOf } from './evidence.ts';
import { pageOf } from './page.ts';
import { Term } from './refs.ts';

const Mapping = builder.objectRef<MappingRow>('Mapping').implement({
  description:
    'A mapping from a term to a concept in another vocabulary. A mapping that is stated in an imported file has the evidence rule PARSED. A mapping that is based only on identical names is a suggestion. Such a mapping has the predicate CLOSE and the evidence rule MATCHED.',
  fields: (t) => ({
    predicate: t.expose('predicate', {
      type: MappingPredicate,
      description: 'How the two concepts compare, for example, EXACT or BROAD.',
    }),
    term: t.one(Term, mapping.term, {
      description: 'The other concept as a term, or null if the concept is not in this graph.',
    }),
    iri: t.value({
      type: 'String',
      description: 'The IRI of the other concept.',
      cypher: '[node.iri, node.term.id]',
      resolve: ([iri, id]: [string, string | null]) => iri || iriOf(id ?? ''),
    }),
    evidence: evidenceOf(t, mapping.evidence),
  }),
});

/** A page of the mappings of a term. */
export const MappingConnection = pageOf(Mapping, 'Mapping');
