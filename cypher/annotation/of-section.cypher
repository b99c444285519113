// Names of terms on the page of a term, with offsets in the page. Each section takes those in it.
MATCH (page:Entity {id: parent.termId})
WITH NULL AS place, ${annotation/found(page)} AS places
${annotation/rows}
ORDER BY node.start
