// Records the hash of an import and the time.
MERGE (import:Import {origin: $given.origin})
SET import.sha256 = $given.sha256, import.at = datetime()
