// What a standard is part of, outermost first.
MATCH path = (parent)-[:PART_OF*1..12]->(node:Standard)
ORDER BY length(path) DESC, node.id
