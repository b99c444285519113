// The terms of a vocabulary that have a code.
MATCH (term:Term)
WHERE term.vocabulary = $given.vocabulary AND term.notation IS NOT NULL
RETURN term.id AS id, term.name AS name, term.notation AS notation
ORDER BY id
