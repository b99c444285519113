// Every definition: the properties that decide where its chain leads, and the closure that is stored.
MATCH (by:Regulation)-[edge:DEFINES]->(term:Term)
RETURN edge.id AS id, by.citation AS citation, term.id AS term, coalesce(edge.names, [term.nameWords]) AS names,
  coalesce(edge.refersTo, []) AS refersTo, coalesce(edge.refersAs, []) AS refersAs,
  coalesce(edge.refersRoles, []) AS refersRoles, coalesce(edge.closure, []) AS closure
ORDER BY id
