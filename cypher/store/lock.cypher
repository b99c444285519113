// Imports run one at a time, because what one of them merges must not change meanwhile. The first migration serves as the
// lock.
MATCH (lock:Migration {number: 1})
SET lock.number = lock.number
RETURN true AS locked
