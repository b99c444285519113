// Standards by their canonical URL, as bindings and packages name them; and those of one level, a page at a time.
CREATE INDEX glossograph_standard_canonical IF NOT EXISTS FOR (node:Standard) ON (node.canonical);
CREATE INDEX glossograph_standard_level IF NOT EXISTS FOR (node:Standard) ON (node.level, node.key);
