// A source, without an import's own notes.
source {.*, origins: NULL, said: NULL}
