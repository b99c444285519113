// An adoption that is in effect on the day, which is today without $asOf. If its start is unknown, the adoption counts from the
// first day on which an edition has it.
coalesce(it.validFrom, it.knownFrom, '') <= $asOfOrToday AND coalesce(it.validTo, '9999') > $asOfOrToday
