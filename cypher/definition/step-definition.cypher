// The definition that a step of a chain finds.
UNWIND [parent.edge] AS node
WITH node
WHERE node IS NOT NULL
