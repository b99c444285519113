// The relations between the members. Each is found from its end of lower degree, so that a hub is not walked through for
// the few of its relations that stay inside; the one member of highest degree has no higher one to look for.
UNWIND parent.members AS member
WITH member, [one IN parent.members | one.entity] AS inside,
  reduce(top = 0, one IN parent.members | CASE WHEN one.degree > top THEN one.degree ELSE top END) AS top
WITH member.entity AS near, member.degree AS degree, inside
WHERE member.degree < top OR size([one IN parent.members WHERE one.degree = top]) > 1
MATCH (near)-[node]-(far:Entity)
WHERE far IN inside
  AND (COUNT { (far)--() } > degree OR (COUNT { (far)--() } = degree AND near.id < far.id))
  AND (parent.types IS NULL OR type(node) IN parent.types)
  AND (parent.asOf IS NULL
    OR (coalesce(node.validFrom, '') <= parent.asOf AND coalesce(node.validTo, '9999') > parent.asOf))
ORDER BY startNode(node).id, type(node), endNode(node).id, node.id
