// The parts that only the other version has, in document order.
UNWIND parent.removed AS node
