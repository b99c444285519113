// The value set of a binding, among all with its URL: that of the element's own version, or of a version on which this
// version builds, or the only one. If the URL names a version after `|`, the value set must have that version.
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
