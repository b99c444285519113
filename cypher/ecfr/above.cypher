// The divisions around a part that are known from elsewhere, outermost first.
MATCH path = (:Regulation {id: $given.id})-[:PART_OF*1..6]->(division:Regulation)
WHERE division.level IN ['TITLE', 'SUBTITLE', 'CHAPTER', 'SUBCHAPTER']
RETURN division.id AS id, division.citation AS citation, division.level AS level
ORDER BY length(path) DESC, id
