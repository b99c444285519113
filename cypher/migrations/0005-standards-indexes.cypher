// Standards by canonical URL, as bindings and packages name them, and standards of one level, page by page.
CREATE INDEX glossograph_standard_canonical IF NOT EXISTS FOR (node:Standard) ON (node.canonical);
CREATE INDEX glossograph_standard_level IF NOT EXISTS FOR (node:Standard) ON (node.level, node.key);
