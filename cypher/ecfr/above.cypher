// The divisions above a part, outermost first; with $given.own only those that other imports than the eCFR state, because the
// editions of the part state the rest. Matches the part first, by the index of ids, and in its own scope. Neo4j plans without
// knowing what this transaction has written; otherwise it would start at all provisions, for each part of a title.
MATCH (part:Entity {id: $given.id})
CALL (part) {
  MATCH path = (part)-[:PART_OF*1..6]->(division:Regulation)
  WHERE division.level IN ['TITLE', 'SUBTITLE', 'CHAPTER', 'SUBCHAPTER']
    AND ($given.own IS NULL OR all(edge IN relationships(path)
      WHERE any(origin IN edge.origins WHERE NOT origin STARTS WITH $given.own)))
  RETURN division, length(path) AS distance
}
RETURN division.id AS id, division.citation AS citation, division.level AS level
ORDER BY distance DESC, id
