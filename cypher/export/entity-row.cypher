// An entity with its kind and degree, but for what an import notes of itself and what is derived from names.
node {.*, kind: [l IN labels(node) WHERE l <> 'Entity'][0], degree: COUNT { (node)--() }, nameKey: NULL, nameWords: NULL, origins: NULL, said: NULL}
