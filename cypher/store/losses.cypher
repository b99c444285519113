// The relations of other imports that are deleted together with these entities.
UNWIND $given.rows AS row
MATCH (:Entity {id: row.id})-[edge]-()
UNWIND edge.origins AS origin
RETURN origin, collect(DISTINCT edge.id) AS ids
ORDER BY origin
