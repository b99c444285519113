// The definition that governs where the text stands, if it stands in the law.
WITH parent.place AS place, head(parent.ids) AS id
WHERE place IS NOT NULL
MATCH (meant:Entity {id: id})
WHERE meant:Term
${term/defined-at(meant)}
ORDER BY ${term/nearest-first}
