// Notes what an import said, and when it was written.
MERGE (import:Import {origin: $given.origin})
SET import.sha256 = $given.sha256, import.at = datetime()
