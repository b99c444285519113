// Imports take turns: what one of them merges must not change under it. The first migration is the thing they hold.
MATCH (lock:Migration {number: 1})
SET lock.number = lock.number
RETURN true AS locked
