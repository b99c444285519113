// The parts that differ, in document order.
UNWIND parent.changed AS node
