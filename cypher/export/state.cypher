// Which data this is, and how much: when neither changed while a graph was read, it is one graph that was read.
RETURN COUNT { (:Entity) } AS entities, COUNT { ()-->() } AS relations,
  COLLECT { MATCH (import:Import) RETURN import.origin + ':' + import.sha256 ORDER BY import.origin } AS imports
