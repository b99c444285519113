// A provision. As of a day that its section was known for: only if it stood there.
MATCH (node:Regulation {citation: $citation})
WHERE ($asOf IS NULL OR coalesce(node.seenFrom > $asOf, true) OR coalesce(node.validFrom <= $asOf, false)
  OR any(at IN range(0, size(coalesce(node.formerFrom, [])) - 1) WHERE node.formerFrom[at] <= $asOf AND node.formerTo[at] > $asOf))
