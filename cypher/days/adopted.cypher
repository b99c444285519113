// An adoption that is in effect on the day $asOf; without a day, every adoption that ever was. If its start is unknown, the
// adoption counts from the first day on which an edition has it.
($asOf IS NULL OR coalesce(it.validFrom, it.knownFrom, '') <= $asOf AND coalesce(it.validTo, '9999') > $asOf)
