// One page of sources.
MATCH (source:Source)
WHERE source.id > $given.after
RETURN ${export/source-row} AS row
ORDER BY source.id
LIMIT $given.limit
