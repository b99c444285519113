// Every term of these vocabularies with its name, its name in the form for comparison, and its imports.
MATCH (term:Term)
WHERE term.vocabulary IN $given.vocabularies
RETURN term.id AS id, term.slug AS slug, term.name AS name, term.nameKey AS key, term.origins AS origins
ORDER BY id
