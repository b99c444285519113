// The document with this number or this first page; if no document begins on the page, every document that includes it.
MATCH (node:Rule)
WHERE CASE
  WHEN $documentNumber IS NOT NULL THEN node.documentNumber = $documentNumber
  WHEN EXISTS { (:Rule {citation: $citation}) } THEN node.citation = $citation
  ELSE node.citation STARTS WITH $volume AND toInteger(substring(node.citation, size($volume))) < $page
    AND $page <= node.lastPage
END
ORDER BY node.id
