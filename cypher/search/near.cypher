// Names near to what was typed, when nothing was found without a typo. Of those, src/search/near.ts chooses.
{query: $query, names: CASE WHEN any(one IN counted WHERE one.best >= 2.0) THEN [] ELSE COLLECT {
  UNWIND CASE WHEN $near = '' THEN [] ELSE [$near] END AS words
  CALL db.index.fulltext.queryNodes('entity_names', words, {limit: 50}) YIELD `node` AS hit RETURN hit.label
} END}
