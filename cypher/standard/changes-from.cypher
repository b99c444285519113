// The standard that is compared with.
UNWIND [parent.from] AS node
WITH node
WHERE node IS NOT NULL
