// Replaces the passages of some entities.
UNWIND $given.rows AS row
CALL (row) {
  MATCH (old:Passage {of: row.of}) WHERE old.nth >= size(row.passages)
  DELETE old
}
CALL (row) {
  UNWIND row.passages AS one
  MERGE (passage:Passage {id: row.of + ' ' + toString(toInteger(one.nth))})
  SET passage.of = row.of, passage.nth = toInteger(one.nth), passage.hash = row.hash, passage.weight = one.weight, passage.text = one.text
  FOREACH (own IN CASE WHEN row.isOwn THEN [passage] ELSE [] END | SET own:OwnPassage)
  WITH passage, one
  CALL db.create.setNodeVectorProperty(passage, 'vector', one.vector)
}
