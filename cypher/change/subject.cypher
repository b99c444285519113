// What changed.
UNWIND [parent.subject] AS node
