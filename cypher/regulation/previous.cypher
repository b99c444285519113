// The provision before it under the same heading.
MATCH (parent)-[here:PART_OF]->(:Regulation)<-[there:PART_OF]-(node:Regulation)
WHERE node.sortKey < parent.sortKey
  AND inForce(here)
  AND inForce(there)
ORDER BY node.sortKey DESC, node.id
