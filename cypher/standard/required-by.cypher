// The adoptions by which the law requires a standard. First everything that builds on the standard or maps to it, step by
// step; then what contains each of these, up to its version; then the adoptions of these. It does not work the other way:
// a guide that builds on a version of FHIR does not require everything in that version. And a profile does not require an
// element that it inherits unchanged (`differs`).
MATCH (parent) ((:Standard)<-[:IMPLEMENTS|MAPS_TO]-(user:Standard
  WHERE coalesce(user.differs, true) OR coalesce(user.mustSupport, false))){0,6} (required:Standard)
WITH DISTINCT required
MATCH (required)-[:PART_OF*0..12]->(adopted:Standard)<-[said:ADOPTS]-(place:Regulation)
WHERE (adopted.level <> 'STANDARD' OR adopted = required)
  AND ${days/adopted(said)}
WITH DISTINCT said, place, adopted
WITH {said: said, from: place, standard: adopted} AS node
ORDER BY node.from.sortKey, node.standard.key, node.said.id
