// A provision that existed on the day $asOf. A provision whose section was imported only for later days counts as well,
// because nothing is known about it.
($asOf IS NULL OR coalesce(it.seenFrom > $asOf, true) OR coalesce(it.validFrom <= $asOf, false)
  OR any(at IN range(0, size(coalesce(it.formerFrom, [])) - 1)
    WHERE it.formerFrom[at] <= $asOf AND it.formerTo[at] > $asOf))
