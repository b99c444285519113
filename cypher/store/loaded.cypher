// The imports of the graph, and when the last of them was committed, in milliseconds since 1970.
RETURN
  COLLECT { MATCH (import:Import) RETURN import.origin + ':' + import.sha256 ORDER BY import.origin } AS imports,
  COLLECT { MATCH (import:Import) WHERE import.at IS NOT NULL RETURN import.at.epochMillis AS at ORDER BY at DESC LIMIT 1 }[0] AS changedAt
