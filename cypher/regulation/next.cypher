// The next provision under the same heading.
MATCH (parent)-[here:PART_OF]->(:Regulation)<-[there:PART_OF]-(node:Regulation)
WHERE node.sortKey > parent.sortKey
  AND ${days/in-force(here)}
  AND ${days/in-force(there)}
ORDER BY node.sortKey, node.id
