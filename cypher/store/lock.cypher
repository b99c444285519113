// Imports run one at a time, because what one of them merges must not change meanwhile. The first migration serves as the
// lock. It keeps the names of the last transactions, so that a client that lost the answer to its commit can ask for it.
MATCH (lock:Migration {number: 1})
SET lock.number = lock.number
WITH lock, coalesce(lock.transactions, []) AS transactions
WITH lock, transactions, $given.name IN transactions AS committed
SET lock.transactions = CASE WHEN committed THEN transactions ELSE ([$given.name] + transactions)[..100] END
RETURN committed
