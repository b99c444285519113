UNWIND parent.nodes AS node
