// What holds on the day $asOf; without a day, everything that ever held.
($asOf IS NULL OR (${days/holds(it)}))
