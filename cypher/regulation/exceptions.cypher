// The exceptions to a provision.
MATCH (parent)<-[edge:EXCEPTION_TO]-(node:Regulation)
WHERE inForce(edge)
ORDER BY node.sortKey, node.id
