// The evidence of a mapping: the file that states it, or the name that both terms have.
WITH {
  rule: parent.rule, quote: parent.quote, start: NULL, end: NULL, sourceId: parent.sourceId, holder: NULL, validFrom: NULL,
  validTo: NULL
} AS node
