// The pending ranges, of any import, that have one of these new provisions between their ends.
UNWIND $given.rows AS row
MATCH (waiting:OpenRelation {to: row.within})
WHERE waiting.between[0] < row.sortKey AND waiting.between[1] > row.sortKey
RETURN row.id AS id, row.citation AS citation, properties(waiting) AS properties
