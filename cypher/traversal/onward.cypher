// How much of a strength is left when the relation `it` is not the first of a way. What belongs together by its structure, such as
// a section, its paragraph, and the standard that the paragraph adopts, is followed further than what is only related.
CASE
  WHEN type(it) IN ['PART_OF', 'ABOUT', 'ADOPTS', 'DEFINES', 'EXCEPTION_TO', 'IMPLEMENTS', 'AUTHORIZED_BY'] THEN 0.5
  ELSE 0.15
END
