// The matches of the kinds that the client asks for: best score first, then most relations first.
${search/found}
WITH entity AS node, score, reasons, $query AS query
WHERE CASE WHEN $labels IS NULL THEN NOT (node:Alias) ELSE any(label IN labels(node) WHERE label IN $labels) END
WITH node, score, reasons, query, COUNT { (node)--() } AS degree
ORDER BY score DESC, degree DESC, node.label, node.id
