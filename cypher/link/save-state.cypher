// Notes what was linked.
UNWIND $given.rows AS row
MERGE (node:Linking {group: row.group})
SET node.texts = row.texts, node.said = row.said, node.packed = row.packed
