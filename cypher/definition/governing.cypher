// The definition that governs, if there is one.
UNWIND [parent.definition] AS node
WITH node
WHERE node IS NOT NULL
