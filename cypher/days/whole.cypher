// What the provision `it` contained on the day $asOf is known in full: its section was imported by that day, or a file that has
// the part or the title in full. Without a day, it is known in full for today.
(CASE
  WHEN it.level IN ['SECTION', 'PARAGRAPH', 'APPENDIX'] THEN it.validFrom IS NOT NULL AND ($asOf IS NULL OR it.seenFrom <= $asOf)
  ELSE coalesce(it.wholeFrom <= $asOfOrToday, false)
END)
