// `omittedNodes` counts the nodes that only paths beyond the limit pass.
WITH isDeep, ways[..$limit] AS kept, ways[$limit..] AS cut
WITH isDeep, kept, cut, reduce(all = [], way IN kept | all + way.nodes) AS passed
WITH {
  paths: kept, exact: isDeep AND size(cut) = 0,
  reasons: CASE WHEN size(cut) > 0 THEN ['LIMIT'] WHEN isDeep THEN [] ELSE ['DEPTH'] END,
  omittedNodes: size(COLLECT {
    UNWIND cut AS way UNWIND way.nodes AS missed WITH DISTINCT missed WHERE NOT missed IN passed RETURN missed
  })
} AS node
