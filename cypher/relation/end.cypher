// Where a relation ends.
UNWIND [endNode(parent)] AS node
