MATCH (node:Regulation {citation: $citation})
