// What stood before a change and after it. Of a text, the texts of the provision and the days on which to read them; of a
// relation, its words, and those of the relation whose place it took.
CASE
  WHEN node.at >= 0 THEN {
    kind: node.kind, readBefore: node.place.changeBefore[node.at], readAfter: node.place.changeAfter[node.at],
    texts: head(COLLECT { UNWIND [node.place] AS it RETURN ${regulation/texts(it)} })
  }
  WHEN node.said IS NULL THEN {
    kind: node.kind, after: node.subject.name,
    before: head(COLLECT {
      UNWIND [node.subject] AS newer
      MATCH (older:Standard)<-[:SUPERSEDES]-(newer)
      RETURN older.name
    })
  }
  ELSE {
    kind: node.kind,
    before: CASE WHEN node.begins THEN head(COLLECT {
      UNWIND [{start: startNode(node.said), end: endNode(node.said)}] AS ends
      WITH ends.start AS start, ends.end AS end
      MATCH (start)-[ended]->(end)
      WHERE type(ended) = type(node.said) AND ended.validTo = node.on
      RETURN coalesce(ended.text, ended.targetCitation, end.label)
    }) ELSE coalesce(node.said.text, node.said.targetCitation, node.subject.label) END,
    after: CASE WHEN node.begins THEN coalesce(node.said.text, node.said.targetCitation, node.subject.label) END
  }
END
