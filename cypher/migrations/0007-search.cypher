// Texts for search. The standard analyzer without stop words: "IT", "no" and "will" count as words, and it splits as
// src/search/words.ts does. Names are included, so that a query may match one word in a name and another in a text.
CREATE FULLTEXT INDEX entity_texts IF NOT EXISTS FOR (node:Entity)
ON EACH [node.label, node.heading, node.summary, node.shortDefinition, node.definition, node.text]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words'}};

// Statutes by citation.
CREATE INDEX glossograph_statute_citation IF NOT EXISTS FOR (node:Statute) ON (node.citation);
