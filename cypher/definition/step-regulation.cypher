// The provision to which a hop leads.
UNWIND [parent.site] AS node
WITH node
WHERE node IS NOT NULL
