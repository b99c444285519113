// Every term with its name, its name in the form for comparison, its imports, and whether it is a concept of a code
// system.
MATCH (term:Term)
RETURN term.id AS id, term.slug AS slug, term.name AS name, term.nameKey AS key, term.origins AS origins,
  (term.notation IS NOT NULL) AS isConcept
ORDER BY id
