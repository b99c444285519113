// The hashes of everything that the stored vectors were made of.
MATCH (passage:Passage)
WHERE passage.nth = 0
RETURN passage.of AS of, passage.hash AS hash
