// Sources, by id. Without the hash of the file, which a later import of the same day may change: the linker must not keep
// an old one.
UNWIND $given.rows AS row
MATCH (node:Source {id: row.id})
RETURN node {.id, .name, .url, .retrieved} AS source
