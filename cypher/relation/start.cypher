// The node at the start of a relation.
UNWIND [startNode(parent)] AS node
