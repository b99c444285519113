// One page of vocabularies.
MATCH (vocabulary:Vocabulary)
WHERE vocabulary.id > $given.after
  AND ($given.vocabularies IS NULL OR vocabulary.key IN $given.vocabularies)
RETURN ${export/vocabulary-row} AS row
ORDER BY vocabulary.id
LIMIT $given.limit
