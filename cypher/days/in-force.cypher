// The window of `it` contains the day $asOf; without a day, it contains today: the planner then gives $asOfOrToday this day. A law
// can state a day that lies ahead. `validFrom` is the first day, `validTo` the first day after; without one, the window is open
// at that end.
coalesce(it.validFrom, '') <= $asOfOrToday AND coalesce(it.validTo, '9999') > $asOfOrToday
