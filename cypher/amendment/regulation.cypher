// The provision that is amended.
UNWIND [parent.from] AS node
