// A relation with its type and ends, but for what an import notes of itself and what is derived from definitions.
edge {.*, type: type(edge), from: startNode(edge).id, to: endNode(edge).id, closure: NULL, origins: NULL, said: NULL}
