// What changed from the day $from to the day $to, both included. `at` is the place of a change of text in the lists of its
// section; `said` is a relation that began (`begins`) or ended.
UNWIND COLLECT {
  ${change/of-texts}
} + COLLECT {
  ${change/of-relations}
} + COLLECT {
  ${change/of-standards}
} AS node
WITH node
WHERE $kinds IS NULL OR node.kind IN $kinds
ORDER BY node.on, node.sortKey, node.kind, node.id
