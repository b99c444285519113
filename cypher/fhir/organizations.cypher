// Organizations of which other imports than FHIR packages have records, with their names and aliases.
MATCH (organization:Organization)
WHERE any(origin IN organization.origins WHERE NOT origin STARTS WITH $given.own)
RETURN organization.id AS id, [organization.nameKey] + COLLECT {
  MATCH (organization)<-[:ALIAS_OF]-(alias:Alias)
  RETURN alias.nameKey ORDER BY alias.nameKey
} AS names
ORDER BY id
