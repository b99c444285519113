// What is cited, where it is known and stands.
UNWIND [parent.cited] AS node
WITH node
WHERE node IS NOT NULL
