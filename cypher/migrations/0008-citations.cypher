// Entities of any kind by citation: provisions, statutes and rules.
CREATE INDEX glossograph_entity_citation IF NOT EXISTS FOR (node:Entity) ON (node.citation);
DROP INDEX glossograph_statute_citation IF EXISTS;
