// Pending relations, and the editions from which a part of the law is derived. They are not entities, as in 0001.
CREATE CONSTRAINT glossograph_open_relation_id IF NOT EXISTS FOR (node:OpenRelation) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT glossograph_edition_id IF NOT EXISTS FOR (node:Edition) REQUIRE node.id IS UNIQUE;
