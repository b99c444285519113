// Deletes the import of a group without mentions, and the state of a group without texts: the data version must not depend
// on data that is gone.
UNWIND $given.rows AS row
OPTIONAL MATCH (node:Linking {group: row.group})
WHERE NOT row.hasTexts
OPTIONAL MATCH (import:Import {origin: row.group})
DELETE node, import
