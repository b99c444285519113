// Vocabularies by id, their terms, terms by the IRI that mappings name, and terms in the order of their names, whatever the case.
CREATE CONSTRAINT glossograph_vocabulary_id IF NOT EXISTS FOR (node:Vocabulary) REQUIRE node.id IS UNIQUE;
CREATE INDEX glossograph_term_vocabulary IF NOT EXISTS FOR (node:Term) ON (node.vocabulary);
CREATE INDEX glossograph_term_name_key IF NOT EXISTS FOR (node:Term) ON (node.nameKey);
DROP INDEX glossograph_term_name IF EXISTS;
CREATE INDEX glossograph_term_iri IF NOT EXISTS FOR (node:Term) ON (node.iri);
