// The origins of a traversal, from ids. No aggregating function may occur anywhere in a traversal: inside a subquery
// expression Neo4j counts it as an aggregation of the statement around it. COLLECT { } does the same and is allowed.
WITH COLLECT { UNWIND $of AS id MATCH (origin:Entity {id: id}) RETURN DISTINCT origin } AS origins
