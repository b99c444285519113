// The definition that governs in a provision, if there is one, with the provision that defines; otherwise the provision itself, or the
// nearest that is known around it. `governs` tells whether it is known that there is none: the provision had not been added on the day,
// or the part is known in full for the day, and so are the texts of all sections that ever defined the term for this place.
WITH parent, ${term/nearest-place} AS place
WITH parent, place, head(COLLECT { ${term/defined-at} WITH node, path ORDER BY ${term/nearest-first} LIMIT 1 RETURN node }) AS found
WITH parent, place, found, coalesce(startNode(found), place) AS provision,
  coalesce(place.addedOn > $asOfOrToday, false) OR EXISTS {
    MATCH path = (place)-[:PART_OF*0..12]->(part:Regulation)
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
