// The exceptions to a provision.
MATCH (parent)<-[:EXCEPTION_TO]-(node:Regulation)
ORDER BY node.sortKey, node.id
