// What the law says on the day $asOf; without a day, what it says now: the planner then gives $asOfOrLast a day after every
// window that has an end.
coalesce(it.validFrom, '') <= $asOfOrLast AND coalesce(it.validTo, '9999') > $asOfOrLast
