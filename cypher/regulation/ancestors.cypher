// The provisions that contain a provision, outermost first.
MATCH path = (parent)-[:PART_OF*1..12]->(node:Regulation)
WHERE all(edge IN relationships(path) WHERE ${days/in-force(edge)})
ORDER BY length(path) DESC, node.id
