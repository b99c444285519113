// What the law says on the day $asOf; without a day, what it says now.
(CASE WHEN $asOf IS NULL THEN it.validTo IS NULL ELSE ${days/holds(it)} END)
