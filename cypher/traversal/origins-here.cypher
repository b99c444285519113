// The origin of a traversal below an entity: that entity.
WITH [parent] AS origins
