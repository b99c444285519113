// Citations, definitions, exceptions, and adoptions that began or ended. `place` is where the law says it; of an exception, the
// provision to which it is one. A relation is known to have begun on the day if the provision was seen before with other words, or
// was added on that day, or if the day is stated. One that the first edition shows may be older. Where one relation took the place
// of another on the same day, the new one stands for both.
UNWIND ${regulation/places} AS place
MATCH (place)-[said:CITES|DEFINES|EXCEPTION_TO|ADOPTS]->(target:Entity)
WHERE said.validFrom >= $from OR said.validTo >= $from
UNWIND [said.validFrom, said.validTo] AS day
WITH place, said, target, day, coalesce(day = said.validFrom, false) AS begins, type(said) = 'EXCEPTION_TO' AS excepts
WHERE $from <= day AND day <= $to AND CASE
  WHEN begins THEN said.orEarlier IS NULL AND (place.seenFrom < day OR coalesce(place.addedOn = day, false)
    OR type(said) = 'ADOPTS' OR said.validFromBasis = 'STATED' OR NOT 'PARSED' IN said.evidenceRules)
  ELSE NOT EXISTS { MATCH (place)-[next {validFrom: day}]->(target) WHERE type(next) = type(said) }
END
RETURN {
  kind: {CITES: 'CITATION', DEFINES: 'DEFINITION', EXCEPTION_TO: 'EXCEPTION', ADOPTS: 'ADOPTION'}[type(said)], on: day,
  place: CASE WHEN excepts THEN target ELSE place END,
  subject: CASE WHEN excepts OR type(said) = 'CITES' THEN place ELSE target END,
  at: -1, said: said, begins: begins, sortKey: place.sortKey, id: said.id + CASE WHEN begins THEN '' ELSE ' ended' END
}
