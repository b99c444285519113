// Every term with its name, as it is written and as it is compared, who speaks of it, and whether it is a concept of a code system.
MATCH (term:Term)
RETURN term.id AS id, term.slug AS slug, term.name AS name, term.nameKey AS key, term.origins AS origins,
  (term.notation IS NOT NULL) AS isConcept
ORDER BY id
