// A provision. As of a day for which its section is imported, only if the provision existed on that day.
MATCH (node:Regulation {citation: $citation})
WHERE ${days/existed(node)}
