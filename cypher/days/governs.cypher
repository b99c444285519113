// The definition `it` governs on the day $asOf; without a day, it governs today: the planner then gives $asOfOrToday this day.
// A law can state the day on which a definition starts or ends, and that day can lie ahead.
coalesce(it.validFrom, '') <= $asOfOrToday AND coalesce(it.validTo, '9999') > $asOfOrToday
