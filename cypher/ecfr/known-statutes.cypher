// Statutes of which other imports than the eCFR have records.
MATCH (statute:Statute)
WHERE any(origin IN statute.origins WHERE NOT origin STARTS WITH $given.own)
RETURN statute.id AS id, statute.citation AS citation, statute.name AS name
ORDER BY id
