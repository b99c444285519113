// The rules that finalize a proposal.
MATCH (parent)<-[:FINALIZES]-(node:Rule)
ORDER BY coalesce(node.publishedOn, ''), node.id
