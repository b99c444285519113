// The elements of structures, those within them included.
UNWIND $given.rows AS row
MATCH (element:Standard)
WHERE element.key STARTS WITH row.key + '.' AND element.level = 'ELEMENT'
RETURN element.key AS key, element.path AS path, element.types AS types
ORDER BY key
