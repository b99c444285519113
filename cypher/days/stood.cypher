// A provision that existed on the day $asOf; without a day, one that exists now.
(${days/existed(it)} AND ($asOf IS NOT NULL OR it.formerFrom IS NULL OR it.validFrom IS NOT NULL))
