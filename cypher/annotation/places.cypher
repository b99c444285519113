// Names found in a text, with the ids of the entities that each may mean.
UNWIND $places AS node
WITH node
ORDER BY node.start
