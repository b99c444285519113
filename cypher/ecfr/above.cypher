// The divisions around a part that are known from elsewhere, outermost first.
// The part first, by the index of ids, and in a scope of its own: the planner, which knows nothing of what the transaction
// has written, would else begin at all provisions there are, for each part of a title.
MATCH (part:Entity {id: $given.id})
CALL (part) {
  MATCH path = (part)-[:PART_OF*1..6]->(division:Regulation)
  WHERE division.level IN ['TITLE', 'SUBTITLE', 'CHAPTER', 'SUBCHAPTER']
  RETURN division, length(path) AS distance
}
RETURN division.id AS id, division.citation AS citation, division.level AS level
ORDER BY distance DESC, id
