// The standard that is adopted, if it is in the graph.
UNWIND [parent.standard] AS node
WITH node
WHERE node IS NOT NULL
