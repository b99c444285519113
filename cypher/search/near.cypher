// Names similar to the query, if nothing was found without a typo. src/search/near.ts chooses one of them.
{query: $query, names: CASE WHEN any(one IN counted WHERE one.best >= 2.0) THEN [] ELSE COLLECT {
  UNWIND CASE WHEN $near = '' THEN [] ELSE [$near] END AS words
  CALL db.index.fulltext.queryNodes('entity_names', words, {limit: 50}) YIELD `node` AS hit RETURN hit.label
} END}
