// The structures of a guide, and of the FHIR versions on which it builds.
// Which index is told: a planner that thinks the graph nearly empty would as soon read it from end to end.
MATCH (guide:Standard {key: $given.guide})
USING INDEX SEEK guide:Standard(key)
MATCH (guide)-[:IMPLEMENTS*0..1]->(version:Standard)
WHERE version.level = 'VERSION' AND (version.key = $given.guide OR version.key STARTS WITH 'fhir/')
WITH DISTINCT version
RETURN version.key AS version, COLLECT {
  MATCH (structure:Standard)-[:PART_OF]->(version)
  WHERE structure.level IN ['RESOURCE', 'DATA_TYPE', 'PROFILE']
  RETURN {
    key: structure.key, level: structure.level, name: structure.name,
    title: structure.label, canonical: structure.canonical
  }
  ORDER BY structure.key
} AS structures
ORDER BY version
