// An entity with its kind and degree, without an import's own notes and without properties derived from names.
node {.*, kind: [l IN labels(node) WHERE l <> 'Entity'][0], degree: COUNT { (node)--() }, nameKey: NULL, nameWords: NULL, origins: NULL, said: NULL}
