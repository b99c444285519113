// The structures of these imports whose base no dependency has, although each version that can define it is in the graph.
MATCH (waiting:OpenRelation)
WHERE waiting.origin IN $given.origins AND waiting.toCanonical IS NOT NULL
WITH waiting.from AS from, waiting.toCanonical AS base, collect(split(split(waiting.to, ':')[1], '/')) AS keys
WHERE all(key IN keys WHERE EXISTS { MATCH (:Standard {key: key[0] + '/' + key[1], level: 'VERSION'}) })
MATCH (structure:Standard {id: from})
WHERE NOT EXISTS { MATCH (structure)-[:IMPLEMENTS]->(:Standard {canonical: base}) }
RETURN structure.key AS key, base
ORDER BY key
