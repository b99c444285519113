// Every definition, as far as it takes to see where it leads, and where it is known to lead.
MATCH (by:Regulation)-[edge:DEFINES]->(term:Term)
RETURN edge.id AS id, by.citation AS citation, term.id AS term, coalesce(edge.names, [term.nameWords]) AS names,
  coalesce(edge.refersTo, []) AS refersTo, coalesce(edge.refersAs, []) AS refersAs, coalesce(edge.closure, []) AS closure
ORDER BY id
