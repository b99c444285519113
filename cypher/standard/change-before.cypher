// The part in the other version.
UNWIND [parent.before] AS node
