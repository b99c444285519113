// Where a traversal starts, from ids. (No aggregating function anywhere in a traversal: inside a subquery expression
// Neo4j takes them for aggregations of the statement around it. COLLECT { } does the same, and may stand anywhere.)
WITH COLLECT { UNWIND $of AS id MATCH (origin:Entity {id: id}) RETURN DISTINCT origin } AS origins
