// The days on which sections were amended. Of two files about one section, the later one counts.
MATCH (days:AmendmentDays)
WHERE NOT EXISTS {
  MATCH (later:AmendmentDays {unitId: days.unitId})
  WHERE later.to > days.to OR (later.to = days.to AND later.origin > days.origin)
}
RETURN days.unitId AS unitId, days.on AS on, days.from AS from, days.to AS to,
  days.isAdded AS isAdded, days.isRemoved AS isRemoved
ORDER BY unitId
