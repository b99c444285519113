// The window of `it` contains the day $asOf. `validFrom` is the first day, `validTo` the first day after; without one, the
// window is open at that end.
coalesce(it.validFrom, '') <= $asOf AND coalesce(it.validTo, '9999') > $asOf
