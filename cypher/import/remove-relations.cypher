// Removes relations. RELATED_TO stands for any type.
UNWIND $given.rows AS row
MATCH (:Entity {id: row.from})-[edge:RELATED_TO {id: row.id}]->(:Entity {id: row.to})
DELETE edge
