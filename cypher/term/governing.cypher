// The definition that governs in a provision, with the provision that defines. If none governs, `provision` is the provision itself, or
// the nearest one around it that is in the graph. `governs` is NONE if no definition can govern: the provision had not been added
// yet, or the whole part was imported by that day and every section that ever defined the term there has a known text.
WITH parent, ${term/nearest-place} AS place
WITH parent, place, head(COLLECT { ${term/defined-at(parent)} WITH node, path ORDER BY ${term/nearest-first} LIMIT 1 RETURN node }) AS found
WITH parent, place, found, coalesce(startNode(found), place) AS provision,
  coalesce(place.addedOn > $asOfOrToday, false) OR EXISTS {
    MATCH (place)-[:PART_OF*0..12]->(part:Regulation)
    WHERE part.level = 'PART' AND ${days/whole(part)}
  } AND NOT EXISTS {
    MATCH (parent)<-[node:DEFINES]-(it:Regulation)
    WHERE EXISTS {
      MATCH (place)-[:PART_OF*0..12]->(scope:Regulation)
      WHERE scope.id IN [node.scopeId] + coalesce(node.alsoScopeIds, [])
    }
    WITH head(COLLECT { ${regulation/unit} RETURN unit }) AS section, $asOfOrToday AS day
    WHERE section.coverages IS NOT NULL AND ${regulation/certainty(section)} IN ['UNCERTAIN', 'UNKNOWN']
    RETURN section
  } AS isKnown
WITH {
  definition: found, provision: provision, listed: null,
  governs: CASE WHEN found IS NOT NULL THEN 'ONE' WHEN isKnown THEN 'NONE' ELSE 'UNKNOWN' END
} AS node
