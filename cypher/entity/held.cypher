// The entity of a row.
UNWIND [parent.entity] AS node
