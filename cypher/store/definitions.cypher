// Every definition: the properties that decide where its chain leads, and what is stored of that.
MATCH (by:Regulation)-[edge:DEFINES]->(term:Term)
RETURN edge.id AS id, by.citation AS citation, term.id AS term, coalesce(edge.names, [term.nameWords]) AS names,
  'PARSED' IN edge.evidenceRules AS official, coalesce(edge.refersTo, []) AS refersTo,
  coalesce(edge.refersAs, []) AS refersAs, coalesce(edge.refersRoles, []) AS refersRoles,
  coalesce(edge.leads, []) AS leads, coalesce(edge.closure, []) AS closure
ORDER BY id
