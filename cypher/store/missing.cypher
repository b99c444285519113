// Which of these entities do not exist, or have another canonical URL than the one asked for.
UNWIND $given.rows AS row
OPTIONAL MATCH (node:Entity {id: row.id})
WITH row, node
WHERE node IS NULL OR coalesce(node.canonical <> row.canonical, row.canonical IS NOT NULL)
RETURN row.id AS id, row.canonical AS canonical
