// What is held of those relations of which other imports, too, say something. RELATED_TO stands for any type.
UNWIND $given.rows AS row
MATCH (:Entity {id: row.from})-[edge:RELATED_TO {id: row.id}]->(:Entity {id: row.to})
WHERE edge.origins <> [$given.origin]
RETURN edge.id AS id, properties(edge) AS properties
