// The part in this version.
UNWIND [parent.after] AS node
