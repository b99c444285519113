// A relation with its type and ends, without an import's own notes and without properties derived from definitions.
edge {.*, type: type(edge), from: startNode(edge).id, to: endNode(edge).id, closure: NULL, leads: NULL, origins: NULL, said: NULL}
