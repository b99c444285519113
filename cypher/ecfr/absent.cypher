// Those of these ids that no entity has.
UNWIND $given.ids AS id
WITH id
WHERE NOT EXISTS { (:Entity {id: id}) }
RETURN id
ORDER BY id
