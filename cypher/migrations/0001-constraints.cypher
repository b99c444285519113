// What makes a node the one it is. Each also gives the index by which it is found. The names carry ours, as `reset` drops
// them by name, and a database may be shared.
CREATE CONSTRAINT glossograph_entity_id IF NOT EXISTS FOR (node:Entity) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT glossograph_term_slug IF NOT EXISTS FOR (node:Term) REQUIRE node.slug IS UNIQUE;
CREATE CONSTRAINT glossograph_regulation_citation IF NOT EXISTS FOR (node:Regulation) REQUIRE node.citation IS UNIQUE;
CREATE CONSTRAINT glossograph_standard_key IF NOT EXISTS FOR (node:Standard) REQUIRE node.key IS UNIQUE;

// What is no entity: no label Entity, and no relations, so that an entity's degree counts entities only.
CREATE CONSTRAINT glossograph_source_id IF NOT EXISTS FOR (node:Source) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT glossograph_import_origin IF NOT EXISTS FOR (node:Import) REQUIRE node.origin IS UNIQUE;
CREATE CONSTRAINT glossograph_migration_number IF NOT EXISTS FOR (node:Migration) REQUIRE node.number IS UNIQUE;
