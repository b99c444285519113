// What was imported, and the hash of what each import said.
MATCH (import:Import)
RETURN import.origin AS origin, import.sha256 AS sha256
ORDER BY origin
