// The versions of a standard, of any import.
MATCH (version:Standard)-[:PART_OF]->(:Standard {key: $given.standard})
WHERE version.level = 'VERSION' AND version.version IS NOT NULL
RETURN version.id AS id, version.version AS version
ORDER BY id
