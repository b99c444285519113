// How it is.
UNWIND [parent.after] AS node
