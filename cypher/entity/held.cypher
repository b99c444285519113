// The entity that a row of an answer stands for.
UNWIND [parent.entity] AS node
