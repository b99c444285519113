// What the imports wrote: their hashes together say which data this is.
UNWIND [{imports: COLLECT { MATCH (import:Import) RETURN import.origin + ':' + import.sha256 }}] AS node
