// The same inside one provision, at any depth.
MATCH path = (node:Regulation)-[:PART_OF*1..12]->(:Regulation {citation: $within})
WHERE all(edge IN relationships(path) WHERE ${days/in-force(edge)})
  AND ($level IS NULL OR node.level = $level)
  AND ${days/existed(node)}
WITH DISTINCT node
ORDER BY node.sortKey, node.id
