// Every kind that has a citation is found by it: provisions, statutes and whatever comes later.
CREATE INDEX glossograph_entity_citation IF NOT EXISTS FOR (node:Entity) ON (node.citation);
DROP INDEX glossograph_statute_citation IF EXISTS;
