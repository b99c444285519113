// Whether a transaction of imports was committed. Takes the lock, so that a commit that still runs is waited for.
MATCH (lock:Migration {number: 1})
SET lock.number = lock.number
RETURN $given.name IN coalesce(lock.transactions, []) AS committed
