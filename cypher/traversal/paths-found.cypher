UNWIND parent.paths AS node
