// By what the law requires a standard: adoptions of a version that contains it, or contains what builds on it or maps to it,
// through several of these. What only takes an element over as it is (`differs` is false) does not require it. From a part
// one comes to its version and no further: who builds on a version, or on a standard of several, uses some of it.
MATCH (parent) ((:Standard)<-[:IMPLEMENTS|MAPS_TO]-(user:Standard
  WHERE coalesce(user.differs, true) OR coalesce(user.mustSupport, false))){0,6} (required:Standard)
WITH DISTINCT required
MATCH (required)-[:PART_OF*0..12]->(adopted:Standard)<-[node:ADOPTS]-(regulation:Regulation)
WHERE (adopted.level <> 'STANDARD' OR adopted = required)
  AND ($asOf IS NULL OR (coalesce(node.validFrom, '') <= $asOf AND coalesce(node.validTo, '9999') > $asOf))
WITH DISTINCT node, regulation, adopted
ORDER BY regulation.sortKey, adopted.key, node.id
