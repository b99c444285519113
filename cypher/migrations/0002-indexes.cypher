// Lists in order, a page at a time: terms by name, provisions in the order of the law (standards have theirs by key).
CREATE INDEX glossograph_term_name IF NOT EXISTS FOR (node:Term) ON (node.name);
CREATE INDEX glossograph_regulation_sort_key IF NOT EXISTS FOR (node:Regulation) ON (node.sortKey);

// Names as they are compared: exactly (nameKey), and word by word (nameWords). The words are cut by src/search/words.ts,
// the same for what is stored and for what is asked, so the analyzer only splits at blanks: an English one would drop
// "of" and "a" and keep "171.203" and "2.0" whole, and a search for them would find nothing.
CREATE INDEX glossograph_entity_name_key IF NOT EXISTS FOR (node:Entity) ON (node.nameKey);
CREATE FULLTEXT INDEX entity_names IF NOT EXISTS FOR (node:Entity) ON EACH [node.nameWords]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
