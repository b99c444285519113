// A vocabulary, without an import's own notes.
vocabulary {.*, origins: NULL, said: NULL}
