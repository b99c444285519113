// Locks the mark of a restore until the transaction ends.
MATCH (mark:UnfinishedRestore)
SET mark.held = true
RETURN count(mark) AS marks
