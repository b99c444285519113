// The relations, said by others, that go with entities that go.
UNWIND $given.rows AS row
MATCH (:Entity {id: row.id})-[edge]-()
UNWIND edge.origins AS origin
RETURN origin, collect(DISTINCT edge.id) AS ids
ORDER BY origin
