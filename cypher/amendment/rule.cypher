// The rule that amends, if it is known.
UNWIND [parent.rule] AS node
WITH node
WHERE node IS NOT NULL
