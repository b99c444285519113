// The relations between the members. Each is found from its end of lower degree (`at` is its index among the members), so
// that a hub with few relations inside is not walked through. A single member of highest degree has no end of higher
// degree to find.
WITH [one IN parent.members | one.entity] AS inside, [one IN parent.members | one.degree] AS degrees
WITH inside, degrees, reduce(top = 0, one IN degrees | CASE WHEN one > top THEN one ELSE top END) AS top
WITH inside, degrees, top, size([one IN degrees WHERE one = top]) = 1 AS alone
UNWIND range(0, size(degrees) - 1) AS at
WITH inside, at, inside[at] AS near, degrees[at] AS degree, top, alone
WHERE NOT (alone AND degree = top)
MATCH (near)-[node]-(far:Entity)
WHERE far IN inside
  AND (COUNT { (far)--() } > degree OR (COUNT { (far)--() } = degree AND near.id < far.id))
  AND (parent.types IS NULL OR type(node) IN parent.types)
  AND (parent.excludeTypes IS NULL OR NOT type(node) IN parent.excludeTypes)
  AND coalesce(node.validFrom, '') <= parent.day AND coalesce(node.validTo, '9999') > parent.day
