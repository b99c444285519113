// Places in a text that was given, with the ids of what they may mean.
UNWIND $places AS node
WITH node
ORDER BY node.start
