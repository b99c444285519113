// The names and summaries of a version of a standard and of everything in it. The texts of code systems and value sets belong to
// the vocabulary of the guide's concepts, if there is one.
MATCH (node:Standard)
WHERE node.key = $given.key OR node.key STARTS WITH $given.key + '/'
RETURN node.id AS id, node.key AS key, node.name AS name, node.summary AS summary,
  CASE WHEN node.level IN ['CODE_SYSTEM', 'VALUE_SET'] THEN head(COLLECT {
    MATCH (vocabulary:Vocabulary {id: 'Vocabulary:' + split($given.key, '/')[0]})
    RETURN vocabulary.key
  }) END AS vocabulary
ORDER BY id
