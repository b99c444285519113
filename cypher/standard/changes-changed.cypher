// What differs, in document order.
UNWIND parent.changed AS node
