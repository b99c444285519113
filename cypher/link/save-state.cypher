// Saves the state of linked groups and of the names.
UNWIND $given.rows AS row
MERGE (node:Linking {group: row.group})
SET node.texts = row.texts, node.said = row.mentions, node.packed = row.packed
