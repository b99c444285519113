// The matches of the kinds that the client asks for: best score first, then most relations first. If more than 5,000 names or texts
// hold a word, only the best 5,000 for Lucene are ranked, unless a filter could leave few of them.
WITH CASE WHEN $labels IS NULL AND $within IS NULL AND $vocabularies IS NULL THEN {limit: 5000} ELSE {} END AS bound
${search/found}
WITH entity, score, tier, reasons
ORDER BY score DESC, entity.id
WITH collect({node: entity, score: score, tier: tier, reasons: reasons}) AS hits
UNWIND ${search/supported(hits)} AS hit
WITH hit.node AS node, CASE WHEN hit.score < 4.0 AND hit.score + hit.more >= 4.0 THEN 3.99 ELSE hit.score + hit.more END AS score,
  hit.reasons AS reasons, $query AS query
WHERE CASE WHEN $labels IS NULL THEN NOT (node:Alias) ELSE any(label IN labels(node) WHERE label IN $labels) END
WITH node, score, reasons, query, COUNT { (node)--() } AS degree
ORDER BY score DESC, degree DESC, node.label, node.id
