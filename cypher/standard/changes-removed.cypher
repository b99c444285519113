// What went, in document order.
UNWIND parent.removed AS node
