// The window of `it` contains the day `day`, which is never null: see in-force.cypher. It is for a CALL, which sees only the variables
// that it names, so not the one that $asOfOrToday may be read from.
coalesce(it.validFrom, '') <= day AND coalesce(it.validTo, '9999') > day
