// Entities with this name, entities that an alias with this name denotes, and law with this citation. If the graph has none of
// these, the other spellings of the name are looked up. Terms of the vocabulary with the lowest rank come first.
WITH parent, [parent.key] AS keys, parent.spellings AS spellings
WITH parent, spellings, ${search/called(keys)}
  + COLLECT { MATCH (cited:Entity {citation: parent.citation}) RETURN cited } AS exact
WITH parent, CASE WHEN exact <> [] THEN exact ELSE ${search/called(spellings)} END AS meant
UNWIND meant AS node
WITH DISTINCT node, ${vocabulary/rank(node)} AS rank
ORDER BY rank, node.label, node.id
