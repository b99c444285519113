UNWIND parent.hops AS node
