// Which searches found too few, and how many hops a longer search may have. For each of the two, `levels` has the numbers of
// relations of the entities 0, 1, and 2 hops away, as far as there are few such entities. A longer search goes as far as these
// numbers are small: not beyond a hub. Where nothing is left, it may go on.
WITH from, to, itself, shortest, [search IN searches WHERE size(shortest[0]) > 0 AND size(shortest[search - 1]) <= $limit] AS few
WITH from, to, itself, shortest, few, COLLECT {
  UNWIND CASE WHEN size(few) > 0 THEN [from, to] ELSE [] END AS one
  RETURN [[COUNT { (one)--() }], COLLECT {
    MATCH (one)-[step]-(next:Entity) WHERE ${traversal/followed(step)}
    WITH next LIMIT ${mostRead}
    RETURN COUNT { (next)--() }
  }, COLLECT {
    MATCH (one)-[step]-(:Entity)-[onward]-(next:Entity) WHERE ${traversal/followed(step)} AND ${traversal/followed(onward)}
    WITH next LIMIT ${mostRead}
    RETURN COUNT { (next)--() }
  }]
} AS both
WITH from, to, itself, shortest, few, reduce(reach = 0, levels IN both | reach + reduce(radius = 0, i IN [0, 1, 2] | CASE
  WHEN size(levels[i]) = 0 THEN ${maxLength}
  WHEN radius = i AND size(levels[i]) < ${mostRead} AND reduce(all = 0, count IN levels[i] | all + count) <= ${mostThrough} THEN radius + 1
  ELSE radius
END)) AS reach, [] AS longer
