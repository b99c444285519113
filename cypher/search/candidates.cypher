// Entities with this name, entities that an alias with this name denotes, and law with this citation; if there are none, those
// with another spelling of the name. Terms of the vocabulary with the lowest rank come first, and of these a term of exactly this
// name.
WITH parent, [parent.key] AS keys, parent.spellings AS spellings
WITH parent, spellings, ${search/called(keys)}
  + COLLECT { MATCH (cited:Entity {citation: parent.citation}) RETURN cited } AS exact
WITH parent, CASE WHEN exact <> [] THEN exact ELSE ${search/called(spellings)} END AS meant
UNWIND meant AS node
WITH DISTINCT node, ${vocabulary/rank(node)} AS rank
ORDER BY rank, node.label, node.id
