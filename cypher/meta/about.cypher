// The hashes of all imports. Together they identify the data.
UNWIND [{imports: COLLECT { MATCH (import:Import) RETURN import.origin + ':' + import.sha256 }}] AS node
