// The parts that only this version has, in document order.
UNWIND parent.added AS node
