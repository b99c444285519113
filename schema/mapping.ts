import { type MappingRow, mapping } from '../cypher/mapping/index.ts';
import { iriOf } from '../src/model/iri.ts';
import { builder } from './builder.ts';
import { MappingPredicate } from './enums.ts';
import { evidenceOf } from './evidence.ts';
import { pageOf } from './page.ts';
import { Term } from './refs.ts';

const Mapping = builder.objectRef<MappingRow>('Mapping').implement({
  description:
    'A comparison of a term with a concept in another vocabulary. A mapping that an imported file states has the evidence rule PARSED. A mapping to a term with the same name is only a suggestion, with the predicate CLOSE and the evidence rule MATCHED.',
  fields: (t) => ({
    predicate: t.expose('predicate', {
      type: MappingPredicate,
      description: 'How the two concepts compare, such as EXACT or BROAD.',
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
