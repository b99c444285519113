// Where a traversal starts, below an entity: there.
WITH [parent] AS origins
