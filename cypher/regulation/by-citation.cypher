// A provision. As of a day that its section was known for: only if it stood there.
MATCH (node:Regulation {citation: $citation})
WHERE ${days/existed(node)}
