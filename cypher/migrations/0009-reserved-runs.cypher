// Runs of reserved sections by their last section: few provisions have one.
CREATE INDEX glossograph_regulation_through_key IF NOT EXISTS FOR (node:Regulation) ON (node.throughKey);
