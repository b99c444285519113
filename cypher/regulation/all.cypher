// Provisions in the order of the law, of one level if $level says so. The condition on the sort key makes its index give the
// order. Without a day, what no longer exists is left out.
MATCH (node:Regulation)
WHERE node.sortKey >= '' AND ($level IS NULL OR node.level = $level)
  AND ${days/stood(node)}
ORDER BY node.sortKey, node.id
