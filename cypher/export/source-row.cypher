// A source, but for what an import notes of itself.
source {.*, origins: NULL, said: NULL}
