// The imports and the hashes of their records.
MATCH (import:Import)
RETURN import.origin AS origin, import.sha256 AS sha256
ORDER BY origin
