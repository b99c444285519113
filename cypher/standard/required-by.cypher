// By what the law requires a standard: first whatever builds on it or maps to it, step by step, then what contains each of
// these, up to its version, and the adoptions of that. Not the other way round: a guide that builds on a version of FHIR does
// not require all that this version contains. Nor does a profile require an element that it only takes over (`differs`).
MATCH (parent) ((:Standard)<-[:IMPLEMENTS|MAPS_TO]-(user:Standard
  WHERE coalesce(user.differs, true) OR coalesce(user.mustSupport, false))){0,6} (required:Standard)
WITH DISTINCT required
MATCH (required)-[:PART_OF*0..12]->(adopted:Standard)<-[node:ADOPTS]-(regulation:Regulation)
WHERE (adopted.level <> 'STANDARD' OR adopted = required)
  AND ${days/on-day(node)}
WITH DISTINCT node, regulation, adopted
ORDER BY regulation.sortKey, adopted.key, node.id
