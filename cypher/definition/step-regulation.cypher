// The provision to which a step of a chain leads.
UNWIND [parent.site] AS node
WITH node
WHERE node IS NOT NULL
