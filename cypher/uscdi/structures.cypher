// The structures of a guide, and of the FHIR versions on which it builds.
MATCH (:Standard {key: $given.guide})-[:IMPLEMENTS*0..1]->(version:Standard)
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
