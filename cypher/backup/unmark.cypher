// Removes the mark of a restore.
MATCH (mark:UnfinishedRestore)
DELETE mark
