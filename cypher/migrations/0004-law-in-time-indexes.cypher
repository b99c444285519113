// How they are found: by what they come from, by what they wait for, by who says them.
CREATE INDEX glossograph_open_relation_from IF NOT EXISTS FOR (node:OpenRelation) ON (node.from);
CREATE INDEX glossograph_open_relation_to IF NOT EXISTS FOR (node:OpenRelation) ON (node.to);
CREATE INDEX glossograph_open_relation_origin IF NOT EXISTS FOR (node:OpenRelation) ON (node.origin);
CREATE INDEX glossograph_edition_origin IF NOT EXISTS FOR (node:Edition) ON (node.origin);
CREATE INDEX glossograph_defines_id IF NOT EXISTS FOR ()-[edge:DEFINES]-() ON (edge.id);
