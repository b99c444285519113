// The node at the end of a relation.
UNWIND [endNode(parent)] AS node
