// The last section of a cited range, if it is in the graph.
MATCH (node:Entity {id: parent.said.rangeTo})
