// Documents by the day of publication, oldest first. A document without a known day comes first.
MATCH (node:Rule)
WHERE $stage IS NULL OR node.stage = $stage
ORDER BY coalesce(node.publishedOn, ''), node.id
