// What the relation `it` contributes to the relevance of the node at its end, before the relevance of the node at its start. `from`
// is an expanded node, with what its parts and what cites it share; see expanded.cypher.
${traversal/strength(it)}
  * CASE WHEN ${distance} = 1 THEN 1.0 ELSE ${traversal/onward(it)} END
  * CASE WHEN type(it) = 'PART_OF' AND endNode(it) = from[0] THEN from[2] WHEN type(it) = 'CITES' AND endNode(it) = from[0] THEN from[3] ELSE 1.0 END
