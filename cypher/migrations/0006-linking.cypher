// What linking notes of itself: which names and texts were matched last. No entities, as in 0001.
CREATE CONSTRAINT glossograph_linking_group IF NOT EXISTS FOR (node:Linking) REQUIRE node.group IS UNIQUE;
