// The provision after it under the same heading.
MATCH (parent)-[here:PART_OF]->(:Regulation)<-[there:PART_OF]-(node:Regulation)
WHERE there.position > here.position
ORDER BY there.position, node.id
