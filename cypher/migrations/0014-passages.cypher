// Passages of texts with the vectors of their meaning. They are no entities and have no relations: `of` is the id of an entity, so
// degrees count entities only.
CREATE CONSTRAINT glossograph_passage_id IF NOT EXISTS FOR (node:Passage) REQUIRE node.id IS UNIQUE;
CREATE INDEX glossograph_passage_of IF NOT EXISTS FOR (node:Passage) ON (node.of);
CREATE VECTOR INDEX glossograph_passage_vectors IF NOT EXISTS FOR (node:Passage) ON (node.vector)
OPTIONS {indexConfig: {`vector.dimensions`: 384, `vector.similarity_function`: 'cosine'}};

// Passages of our own terms, of the law, and of standards, without those of foreign vocabularies: a large glossary must not crowd
// them out of the first places. A vector index of this version of Neo4j cannot filter.
CREATE VECTOR INDEX glossograph_own_passage_vectors IF NOT EXISTS FOR (node:OwnPassage) ON (node.vector)
OPTIONS {indexConfig: {`vector.dimensions`: 384, `vector.similarity_function`: 'cosine'}};

// The words of passages, by their stems: "exporting" finds "export". Passages are of similar length, so that a long page does not
// win by having every word somewhere.
CREATE FULLTEXT INDEX glossograph_passage_texts IF NOT EXISTS FOR (node:Passage) ON EACH [node.text]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'english'}};
