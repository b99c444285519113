// The structures of a guide, and of the FHIR versions on which it builds.
// The index is named and the versions are filtered after the expansion: a planner that takes the graph to be nearly empty
// would read it from end to end, or join two index seeks.
MATCH (guide:Standard {key: $given.guide})
USING INDEX SEEK guide:Standard(key)
MATCH (guide)-[:IMPLEMENTS*0..1]->(version:Standard)
WITH DISTINCT version
WHERE version.level = 'VERSION' AND (version.key = $given.guide OR version.key STARTS WITH 'fhir/')
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
