// Lists in order, page by page: terms by name, provisions in the order of the law (standards have an index by key).
CREATE INDEX glossograph_term_name IF NOT EXISTS FOR (node:Term) ON (node.name);
CREATE INDEX glossograph_regulation_sort_key IF NOT EXISTS FOR (node:Regulation) ON (node.sortKey);

// Names in the form for comparison: whole (nameKey) and word by word (nameWords). src/search/words.ts splits stored names
// and queries in the same way, so the analyzer only splits at blanks. An English analyzer would drop "of" and "a" and keep
// "171.203" and "2.0" whole, and a search for them would find nothing.
CREATE INDEX glossograph_entity_name_key IF NOT EXISTS FOR (node:Entity) ON (node.nameKey);
CREATE FULLTEXT INDEX entity_names IF NOT EXISTS FOR (node:Entity) ON EACH [node.nameWords]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
