// Marks a graph into which a backup is being restored.
MERGE (mark:UnfinishedRestore)
ON CREATE SET mark.since = datetime()
