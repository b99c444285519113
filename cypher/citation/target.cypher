// The entity that is cited, if it is imported and existed on the day.
UNWIND [parent.cited] AS node
WITH node
WHERE node IS NOT NULL
