// Stores the days on which sections were amended, in the place of those that the same file stated before.
CALL () {
  MATCH (old:AmendmentDays {origin: $given.origin})
  DELETE old
}
UNWIND $given.rows AS row
CREATE (:AmendmentDays {
  origin: $given.origin, unitId: row.unitId, on: row.on, from: row.from, to: row.to, isAdded: row.isAdded, isRemoved: row.isRemoved
})
