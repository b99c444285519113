// The version of the graph, which every write of Glossograph raises as the last step of its transaction (src/graph/version.ts).
// The token tells two histories apart that have the same numbers, such as those before and after a backup was restored.
MERGE (version:GraphVersion)
ON CREATE SET version.number = 0, version.token = randomUUID();
