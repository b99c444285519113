// How it was.
UNWIND [parent.before] AS node
