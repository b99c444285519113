// The provision that cites.
UNWIND [parent.from] AS node
