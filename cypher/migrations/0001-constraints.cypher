// Constraints on ids. Each also creates the index by which nodes are found. The names start with ours, because `reset`
// drops them by name and the database may be shared.
CREATE CONSTRAINT glossograph_entity_id IF NOT EXISTS FOR (node:Entity) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT glossograph_term_slug IF NOT EXISTS FOR (node:Term) REQUIRE node.slug IS UNIQUE;
CREATE CONSTRAINT glossograph_regulation_citation IF NOT EXISTS FOR (node:Regulation) REQUIRE node.citation IS UNIQUE;
CREATE CONSTRAINT glossograph_standard_key IF NOT EXISTS FOR (node:Standard) REQUIRE node.key IS UNIQUE;

// Nodes that are not entities: without the label Entity and without relations, so that degrees count entities only.
CREATE CONSTRAINT glossograph_source_id IF NOT EXISTS FOR (node:Source) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT glossograph_import_origin IF NOT EXISTS FOR (node:Import) REQUIRE node.origin IS UNIQUE;
CREATE CONSTRAINT glossograph_migration_number IF NOT EXISTS FOR (node:Migration) REQUIRE node.number IS UNIQUE;
