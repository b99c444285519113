// The definition `it` governs on the day $asOf; without a day, it governs now. A law can state the day on which a definition
// starts or ends, and that day can lie ahead.
(CASE
  WHEN $asOf IS NOT NULL THEN ${days/holds(it)}
  ELSE (it.validTo IS NULL OR it.validTo > toString(date())) AND coalesce(it.validFrom, '') <= toString(date())
END)
