// What contains a standard, outermost first.
MATCH path = (parent)-[:PART_OF*1..12]->(node:Standard)
ORDER BY length(path) DESC, node.id
