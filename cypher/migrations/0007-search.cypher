// Texts as they are stored, for search. The standard analyzer without stop words: "IT", "no" and "will" are words here, and
// what it cuts is what src/search/words.ts cuts. Names are in it too, so that a query may take one word from a name and
// another from a text.
CREATE FULLTEXT INDEX entity_texts IF NOT EXISTS FOR (node:Entity)
ON EACH [node.label, node.heading, node.summary, node.shortDefinition, node.definition, node.text]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words'}};

// Statutes by the citation that somebody wrote.
CREATE INDEX glossograph_statute_citation IF NOT EXISTS FOR (node:Statute) ON (node.citation);
