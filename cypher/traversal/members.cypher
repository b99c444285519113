// The members of a subgraph, in the order in which they were kept.
UNWIND parent.members AS node
