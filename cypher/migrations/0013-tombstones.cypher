// What is left of entities that an import removed. These nodes are not entities, as in 0001.
CREATE CONSTRAINT glossograph_tombstone_id IF NOT EXISTS FOR (node:Tombstone) REQUIRE node.id IS UNIQUE;
