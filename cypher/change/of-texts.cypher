// Sections, appendices, and divisions that were added, removed, or reworded: an import has found their changes.
UNWIND [place IN ${regulation/inside} WHERE place.lastChange >= $from] + COLLECT {
  UNWIND CASE WHEN $within IS NULL THEN [$from] ELSE [] END AS since
  MATCH (changed:Regulation)
  WHERE changed.lastChange >= since
  RETURN changed
} AS unit
UNWIND range(0, size(unit.changeDays) - 1) AS at
WITH unit, at, unit.changeDays[at] AS day
WHERE $from <= day AND day <= $to
RETURN {
  kind: unit.changeKinds[at], on: day, place: unit, subject: unit, at: at, said: null, begins: null, sortKey: unit.sortKey,
  id: unit.id + ' ' + toString(at)
}
