// The days on which the next sections were amended. Several files can state the days of a section.
MATCH (days:AmendmentDays)
WHERE days.unitId > $given.after
WITH DISTINCT days.unitId AS key
ORDER BY key
LIMIT $given.limit
MATCH (node:AmendmentDays {unitId: key})
WHERE node.origin IS NOT NULL
RETURN key, labels(node) AS labels, properties(node) AS properties
ORDER BY key, node.origin, node.from, node.to
