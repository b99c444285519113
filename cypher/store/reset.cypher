// Deletes everything that Glossograph wrote, a few thousand nodes in each transaction. Other data in the database stays.
MATCH (node)
WHERE (node:Entity OR node:Source OR node:Vocabulary) AND node.origins IS NOT NULL
  OR node:Import AND node.origin IS NOT NULL
  OR node:Tombstone AND node.removedBy IS NOT NULL
  OR node:Passage AND node.of IS NOT NULL
  OR node:OpenRelation AND node.origin IS NOT NULL
  OR node:AmendmentDays AND node.origin IS NOT NULL
  OR node:Edition AND node.packed IS NOT NULL
  OR node:Linking AND node.packed IS NOT NULL
  OR node:Migration AND node.sha256 IS NOT NULL
  OR node:GlossographMigrationLock
  OR node:GraphVersion AND node.token IS NOT NULL
CALL (node) {
  DETACH DELETE node
} IN TRANSACTIONS OF 5000 ROWS
