// The state of the data: imports and counts. If it is the same before and after a graph is read, the graph did not change.
RETURN COUNT { (:Entity) } AS entities, COUNT { ()-->() } AS relations,
  COLLECT { MATCH (import:Import) RETURN import.origin + ':' + import.sha256 ORDER BY import.origin } AS imports
