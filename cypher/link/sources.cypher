// Sources, by id.
UNWIND $given.rows AS row
MATCH (node:Source {id: row.id})
RETURN node {.id, .name, .url, .retrieved, .sha256} AS source
