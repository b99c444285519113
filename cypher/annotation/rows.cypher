// One row for each of `places`, with the ids of the terms that it may mean, and `place`, the provision that holds the text. Where
// names of two vocabularies overlap, only those of the lower rank are rows.
WITH place, [found IN places WHERE none(other IN places WHERE
  other.rank < found.rank AND other.start < found.end AND other.end > found.start
    AND (other.start <> found.start OR other.end <> found.end))] AS places
UNWIND range(0, size(places) - 1) AS at
WITH place, places, at
WHERE at = 0 OR places[at].start <> places[at - 1].start OR places[at].end <> places[at - 1].end
WITH {
  start: places[at].start, end: places[at].end, text: places[at].text, place: place,
  ids: [found IN places WHERE found.start = places[at].start AND found.end = places[at].end | found.id]
} AS node
