import { type ByHand, inForce, kindOf, today } from './statement.ts';

const LIMIT = 100;

/** How strong a relation is. The formulas are those of docs/relevance.md. */
const strength = (e: string) => `CASE type(${e})
  WHEN 'RELATED_TO' THEN 0.9 * coalesce(${e}.weight, 1.0) WHEN 'DEFINES' THEN 0.9 WHEN 'EXCEPTION_TO' THEN 0.9
  WHEN 'ABOUT' THEN 0.9 WHEN 'ADOPTS' THEN 0.85 WHEN 'CONTRASTS_WITH' THEN 0.8 WHEN 'BROADER' THEN 0.75
  WHEN 'IMPLEMENTS' THEN 0.7 WHEN 'MAPS_TO' THEN 0.7 WHEN 'PART_OF' THEN 0.6 WHEN 'SUPERSEDES' THEN 0.6
  WHEN 'AUTHORIZED_BY' THEN 0.6 WHEN 'PUBLISHED_BY' THEN 0.35
  WHEN 'MENTIONS' THEN CASE
    WHEN ${e}.evidenceRules[0] = 'AUTHORED' THEN CASE WHEN startNode(${e}):Regulation THEN 0.6 ELSE 0.4 END
    ELSE 0.05 + 0.2 * (1.0 - 1.0 / size(${e}.evidenceRules)) END
  WHEN 'ALIAS_OF' THEN 0.02 ELSE 0.3 END`;
const ONWARD = `CASE WHEN type(e) IN ['PART_OF', 'ABOUT', 'ADOPTS', 'DEFINES', 'EXCEPTION_TO', 'IMPLEMENTS', 'AUTHORIZED_BY']
  THEN 0.5 ELSE 0.15 END`;
const share = (count: string) => `1.0 / (1.0 + log10(1.0 + ${count} / 10.0))`;
const shared = (from: string) => `CASE
  WHEN type(e) = 'PART_OF' AND endNode(e) = ${from} THEN ${share(`toFloat(COUNT { (${from})<-[:PART_OF]-() })`)}
  WHEN type(e) = 'CITES' AND endNode(e) = ${from} THEN ${share(`toFloat(COUNT { (${from})<-[:CITES]-() })`)}
  ELSE 1.0 END`;
/** The relevance of a node, from the relevance of each way to it. */
const scored = (most: string) => `WITH n, ${most} AS most, COUNT { (n)--() } AS degree, ways
  WITH n, degree, most, (1.0 - reduce(rest = 1.0, way IN ways | rest * (1.0 - way)))
    * ((CASE WHEN n.level = 'PARAGRAPH' THEN 0.7 ELSE 1.0 END) / (1.0 + 0.1 * log10(1.0 + degree / 25.0))) AS relevance`;
const ROUNDED = 'round(CASE WHEN relevance > most THEN most ELSE relevance END, 6)';
const BEST = 'ORDER BY one.relevance DESC, one.n.label, one.n.id';

/** Q2: the most relevant entities within two hops, and the relations between them. */
export const neighborhood: ByHand = {
  parameters: ({ id }) => ({ id, day: today() }),
  statement: `MATCH (origin:Entity {id: $id})
    CALL (origin) {
      MATCH (origin)-[e]-(n:Entity) WHERE ${inForce('e')} AND n <> origin
      WITH n, collect(${strength('e')} * ${shared('origin')}) AS ways
      ${scored('0.99')}
      RETURN collect({n: n, degree: degree, relevance: ${ROUNDED}, distance: 1}) AS first
    }
    CALL (first) {
      UNWIND first AS one WITH one ${BEST} LIMIT ${LIMIT} RETURN collect(one) AS kept
    }
    CALL (origin, first, kept) {
      WITH origin, kept, [one IN first | one.n] AS seen
      UNWIND kept AS k WITH origin, seen, k.n AS f, k.relevance AS before
      MATCH (f)-[e]-(n:Entity) WHERE ${inForce('e')} AND n <> origin AND NOT n IN seen
      WITH n, max(before) AS before, collect(before * (${strength('e')} * ${ONWARD} * ${shared('f')})) AS ways
      ${scored('0.99 * before')}
      RETURN collect({n: n, degree: degree, relevance: ${ROUNDED}, distance: 2}) AS second
    }
    CALL (kept, second) {
      UNWIND kept + second AS one WITH one ${BEST} LIMIT ${LIMIT - 1} RETURN collect(one) AS best
    }
    WITH [{n: origin, degree: COUNT { (origin)--() }, relevance: 1.0, distance: 0}] + best AS members, 1 + size(first) + size(second) AS seen
    CALL (members) {
      WITH [one IN members | one.n] AS inside
      UNWIND inside AS a MATCH (a)-[e]->(b) WHERE b IN inside AND ${inForce('e')}
      WITH a, b, e ORDER BY a.id, type(e), b.id, e.id
      RETURN collect({key: e.id, source: a.id, target: b.id, type: type(e), weight: e.weight}) AS edges
    }
    RETURN {
      nodes: [one IN members | {
        key: one.n.id, kind: ${kindOf('one.n')}, label: one.n.label, degree: one.degree, relevance: one.relevance,
        distance: one.distance
      }],
      edges: edges, completeness: {exact: seen = size(members), omittedNodes: seen - size(members)}
    } AS value`,
  answer: (neighborhood) => ({ neighborhood }),
};
