// The elements of structures, those within them included.
// Which index is told: a planner that thinks the graph nearly empty would as soon read it from end to end.
UNWIND $given.rows AS row
MATCH (element:Standard)
USING INDEX SEEK element:Standard(key)
WHERE element.key STARTS WITH row.key + '.' AND element.level = 'ELEMENT'
RETURN element.key AS key, element.path AS path, element.types AS types
ORDER BY key
