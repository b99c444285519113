// Pending relations and editions are found by their start, by the target that they wait for, and by import.
CREATE INDEX glossograph_open_relation_from IF NOT EXISTS FOR (node:OpenRelation) ON (node.from);
CREATE INDEX glossograph_open_relation_to IF NOT EXISTS FOR (node:OpenRelation) ON (node.to);
CREATE INDEX glossograph_open_relation_origin IF NOT EXISTS FOR (node:OpenRelation) ON (node.origin);
CREATE INDEX glossograph_edition_origin IF NOT EXISTS FOR (node:Edition) ON (node.origin);
CREATE INDEX glossograph_defines_id IF NOT EXISTS FOR ()-[edge:DEFINES]-() ON (edge.id);
