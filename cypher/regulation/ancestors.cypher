// What contains a provision, outermost first.
MATCH path = (parent)-[:PART_OF*1..12]->(node:Regulation)
ORDER BY length(path) DESC, node.id
