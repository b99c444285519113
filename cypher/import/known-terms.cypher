// Every term with its name, as it is written and as it is compared, and who speaks of it.
MATCH (term:Term)
RETURN term.id AS id, term.slug AS slug, term.name AS name, term.nameKey AS key, term.origins AS origins
ORDER BY id
