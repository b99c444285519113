import { type Chain, type ChainStep, chainEnd, type StepCandidate, stepsOf } from '../../../src/law/chain.ts';
import { placesOf } from '../../../src/model/cfr/containers.ts';
import { parseCitation } from '../../../src/model/citations/parse.ts';
import { type ByHand, inForce } from './statement.ts';

interface Candidate extends StepCandidate, ChainStep {
  leads: string | null;
  targetCitation: string;
  quote: string;
  regulation: object | null;
  definition: object | null;
}

interface Governing {
  name: string;
  found: {
    id: string;
    text: string;
    definitionKind: Chain['kind'];
    refersTo: string[] | null;
    validFrom: string | null;
    validFromBasis: string | null;
    knownFrom: string | null;
    validTo: string | null;
    regulation: object;
    scope: object;
    steps: Candidate[];
  } | null;
}

const whole = (it: string) => `CASE
  WHEN ${it}.level IN ['SECTION', 'PARAGRAPH', 'APPENDIX'] THEN ${it}.validFrom IS NOT NULL AND ${it}.seenFrom <= $day
  ELSE coalesce(${it}.wholeFrom <= $day, false) END`;

/** Q8: the definition of a term that is in force in a provision on a day, with the definitions to which it refers. */
export const definition: ByHand = {
  parameters: ({ slug, citation, day }) => {
    const place = parseCitation(String(citation));
    return { slug, day, places: place === null ? [] : placesOf(place) };
  },
  statement: `MATCH (t:Term {slug: $slug})
    WITH t, head(COLLECT {
      UNWIND range(0, size($places) - 1) AS at
      MATCH (known:Regulation {citation: $places[at]})
      RETURN CASE WHEN at = 0 OR NOT ${whole('known')} THEN known END ORDER BY at LIMIT 1
    }) AS place
    WITH t, COLLECT {
      MATCH path = (place)-[:PART_OF*0..12]->(scope:Regulation) WHERE all(e IN relationships(path) WHERE ${inForce('e')})
      RETURN [scope.id, length(path)]
    } AS scopes
    WITH t, head(COLLECT {
      MATCH (t)<-[d:DEFINES]-(:Regulation) WHERE ${inForce('d')}
      WITH d, [d.scopeId] + coalesce(d.alsoScopeIds, []) AS governed
      UNWIND scopes AS scope
      WITH d, scope WHERE scope[0] IN governed
      RETURN d ORDER BY scope[1], CASE WHEN 'PARSED' IN d.evidenceRules THEN 0 ELSE 1 END, d.id LIMIT 1
    }) AS d
    RETURN {name: t.name, found: CASE WHEN d IS NOT NULL THEN d {
      .id, .text, .definitionKind, .refersTo, .validFrom, .validFromBasis, .knownFrom, .validTo,
      regulation: {citation: startNode(d).citation},
      scope: head(COLLECT {
        UNWIND [d.scopeId] + coalesce(d.alsoScopeIds, []) + [startNode(d).id] AS id
        MATCH (scope:Entity {id: id}) RETURN scope {.citation} LIMIT 1
      }),
      steps: COLLECT {
        UNWIND [d.id] + [id IN coalesce(d.closure, []) WHERE id <> d.id] AS id
        MATCH ()-[deferring:DEFINES {id: id}]->() WHERE id = d.id OR ${inForce('deferring')}
        UNWIND range(0, size(coalesce(deferring.refersTo, [])) - 1) AS nth
        OPTIONAL MATCH (by:Regulation)-[next:DEFINES]->() WHERE next.id IN split(deferring.leads[nth], '\\n') AND ${inForce('next')}
        OPTIONAL MATCH (site:Regulation {citation: deferring.refersTo[nth]})
        RETURN {start: d.id, from: deferring.id, nth: nth, leads: deferring.leads[nth], to: next.id, kind: next.definitionKind,
          role: coalesce(deferring.refersRoles[nth], 'DEFERS'), targetCitation: deferring.refersTo[nth],
          quote: coalesce(deferring.refersQuotes[nth], deferring.refersTo[nth]),
          regulation: CASE WHEN site IS NOT NULL THEN site {.citation} END,
          definition: CASE WHEN next IS NOT NULL THEN {text: next.text, regulation: {citation: by.citation}} END}
      }
    } END} AS value`,
  answer(value) {
    const { name, found } = value as Governing;
    if (found === null) return { term: { name, definitionInForce: null } };
    const { id, text, definitionKind, refersTo, validTo, regulation, scope } = found;
    const steps = stepsOf(found.steps);
    const chain = steps.map(({ targetCitation, role, quote, regulation, definition }) => ({
      ...{ targetCitation, role, quote, regulation, definition },
    }));
    const kind = definitionKind ?? (refersTo ? 'BY_REFERENCE' : 'TEXT');
    const ends = chainEnd({ id, kind: definitionKind, steps });
    const definitionInForce = {
      text,
      kind,
      validFrom: startOf(found),
      validTo,
      regulation,
      scope,
      chainEnd: ends,
      chain,
    };
    return { term: { name, definitionInForce } };
  },
};

function startOf({ validFrom, validFromBasis, knownFrom }: NonNullable<Governing['found']>): string | null {
  if (validFromBasis === null || validFromBasis === 'UNKNOWN') return null;
  return validFromBasis === 'FIRST_SEEN' ? (knownFrom ?? validFrom) : validFrom;
}
