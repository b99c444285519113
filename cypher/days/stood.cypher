// A provision that existed on the day $asOf, and that no rule added later; without a day, one that exists now.
(${days/existed(it)} AND coalesce($asOf >= it.addedOn, true)
  AND ($asOf IS NOT NULL OR it.formerFrom IS NULL OR it.validFrom IS NOT NULL))
