// The state of linking: the names and texts that were matched last. These nodes are not entities, as in 0001.
CREATE CONSTRAINT glossograph_linking_group IF NOT EXISTS FOR (node:Linking) REQUIRE node.group IS UNIQUE;
