// Where it changed.
UNWIND [parent.place] AS node
WITH node
WHERE node IS NOT NULL
