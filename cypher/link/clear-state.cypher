// A group without texts, or without mentions, leaves no trace of what it once had: the same data are the same version.
UNWIND $given.rows AS row
OPTIONAL MATCH (node:Linking {group: row.group})
WHERE NOT row.noted
OPTIONAL MATCH (import:Import {origin: row.group})
DELETE node, import
