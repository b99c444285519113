// The value set of a binding: of all that have its URL, the one of the element's own version, else the one of a version on
// which that version builds, else the only one there is. A version after `|` in the URL must be its own.
WITH parent.element AS element, split(parent.valueSet, '|')[0] AS url, split(parent.valueSet, '|')[1] AS pinned
MATCH (node:Standard {canonical: url})
WHERE node.level = 'VALUE_SET' AND (pinned IS NULL OR node.version = pinned)
WITH node, url, CASE
  WHEN EXISTS { (element)-[:PART_OF*1..12]->(:Standard {level: 'VERSION'})<-[:PART_OF]-(node) } THEN 0
  WHEN EXISTS {
    (element)-[:PART_OF*1..12]->(:Standard {level: 'VERSION'})-[:IMPLEMENTS]->(:Standard)<-[:PART_OF]-(node)
  } THEN 1
  ELSE 2
END AS distance
WHERE distance < 2 OR COUNT { MATCH (also:Standard {canonical: url}) WHERE also.level = 'VALUE_SET' } = 1
ORDER BY distance, node.key, node.id
