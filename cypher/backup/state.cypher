// Whether a graph has data, apart from its migrations, and whether a restore into it has not finished.
RETURN EXISTS { MATCH (node:Entity|Source|Vocabulary) WHERE node.origins IS NOT NULL }
  OR EXISTS { MATCH (node:Import|OpenRelation|AmendmentDays) WHERE node.origin IS NOT NULL }
  OR EXISTS { MATCH (node:Edition|Linking) WHERE node.packed IS NOT NULL }
  OR EXISTS { MATCH (node:Tombstone) WHERE node.removedBy IS NOT NULL }
  OR EXISTS { MATCH (node:Passage) WHERE node.of IS NOT NULL } AS holds,
  EXISTS { MATCH (:UnfinishedRestore) } AS unfinished
