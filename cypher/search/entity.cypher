UNWIND [parent.entity] AS node
