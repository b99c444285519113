// The elements of structures, with the elements inside them. The index is named, because Neo4j may scan the label when it
// believes that the graph is nearly empty.
UNWIND $given.rows AS row
MATCH (element:Standard)
USING INDEX SEEK element:Standard(key)
WHERE element.key STARTS WITH row.key + '.' AND element.level = 'ELEMENT'
RETURN element.key AS key, element.path AS path, element.types AS types
ORDER BY key
