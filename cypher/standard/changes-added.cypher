// What came, in document order.
UNWIND parent.added AS node
