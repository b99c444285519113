import { luceneQuery } from '../../../src/search/query.ts';
import { nameKey } from '../../../src/search/words.ts';
import { type ByHand, kindOf, rankOf } from './statement.ts';

/** Q4: the names that complete a prefix. */
export const suggest: ByHand = {
  parameters: ({ prefix }) => ({ words: luceneQuery(String(prefix)), start: nameKey(String(prefix)) }),
  statement: `CALL () {
      MATCH (hit:Entity) WHERE hit.nameKey STARTS WITH $start WITH hit ORDER BY hit.nameKey LIMIT 100 RETURN hit
      UNION
      MATCH (hit:Entity) WHERE hit.nameKey STARTS WITH $start AND (hit.vocabulary IS NULL OR hit.vocabulary IN ['glossograph', 'law'])
      WITH hit ORDER BY hit.nameKey LIMIT 100 RETURN hit
      UNION
      CALL db.index.fulltext.queryNodes('entity_names', $words, {limit: 100}) YIELD node AS hit RETURN hit
    }
    OPTIONAL MATCH (hit)-[:ALIAS_OF]->(meant:Entity)
    WITH hit, coalesce(meant, hit) AS entity,
      CASE WHEN hit.nameKey = $start THEN 0 WHEN hit.nameKey STARTS WITH $start THEN 1 ELSE 2 END AS place
    WITH entity, hit, place ORDER BY place, hit:Alias, hit.label, hit.id
    WITH entity, head(collect([hit, place])) AS best
    WITH entity, best[0] AS hit, best[1] AS place, ${rankOf('entity')} AS rank, COUNT { (entity)--() } AS degree
      ORDER BY place, rank, degree DESC, hit.label, entity.id LIMIT 10
    RETURN collect({text: hit.label, entity: {id: entity.id, label: entity.label, kind: ${kindOf('entity')}},
      matchedAlias: CASE WHEN hit:Alias THEN {name: hit.name} END}) AS value`,
  answer: (suggest) => ({ suggest }),
};
