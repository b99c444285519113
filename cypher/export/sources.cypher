// The next sources.
MATCH (source:Source)
WHERE source.id > $given.after
RETURN SOURCE_ROW AS row
ORDER BY source.id
LIMIT $given.limit
