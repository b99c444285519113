// Sections by the day of their last change.
CREATE INDEX glossograph_regulation_last_change IF NOT EXISTS FOR (node:Regulation) ON (node.lastChange);
