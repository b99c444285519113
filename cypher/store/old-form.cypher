// Whether the graph has terms and no vocabulary. Neo4j keeps both numbers.
RETURN COUNT { (:Term) } > 0 AND COUNT { (:Vocabulary) } = 0 AS isOld
