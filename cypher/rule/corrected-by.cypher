// The documents that correct, delay, or withdraw a document.
MATCH (parent)<-[:CORRECTS]-(node:Rule)
ORDER BY coalesce(node.publishedOn, ''), node.id
