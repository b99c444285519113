// The documents that other imports have in the graph, with what each of them corrects.
MATCH (rule:Rule)
WHERE any(origin IN rule.origins WHERE origin <> $given.origin)
RETURN rule.id AS id, rule.documentNumber AS documentNumber, rule.stage AS stage, COLLECT {
  MATCH (rule)-[corrects:CORRECTS]->(corrected:Rule)
  WHERE any(origin IN corrects.origins WHERE origin <> $given.origin)
  RETURN corrected.id AS id ORDER BY id
} AS corrects
ORDER BY id
