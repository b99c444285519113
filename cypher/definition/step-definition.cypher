// The definition that a hop finds there.
UNWIND [parent.edge] AS node
WITH node
WHERE node IS NOT NULL
