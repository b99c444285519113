// Where a relation starts.
UNWIND [startNode(parent)] AS node
