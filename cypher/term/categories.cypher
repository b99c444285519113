// The categories of terms, with the number of their terms.
MATCH (term:Term)
WHERE term.category IS NOT NULL AND ($vocabularies IS NULL OR term.vocabulary IN $vocabularies)
WITH term.category AS name, count(*) AS number
WITH {name: name, count: number} AS node
ORDER BY node.name
