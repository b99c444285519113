// What a change affects: the terms that the provision defines or uses, the provisions that cite it, and the standards that it
// adopts, on the day of the change or until that day.
WITH COLLECT {
  MATCH (inside:Entity)-[edge:DEFINES|MENTIONS|ADOPTS|CITES]-(node:Entity)
  WHERE (inside.id = parent.place.id OR inside.id STARTS WITH parent.place.id + '(')
    AND (type(edge) <> 'CITES' OR endNode(edge) = inside)
    AND node <> parent.subject
    AND coalesce(edge.validFrom, '') <= parent.on AND coalesce(edge.validTo, '9999') >= parent.on
  RETURN DISTINCT node
} AS affected
UNWIND affected AS node
WITH node
ORDER BY node.label, node.id
