// The rules that amend provisions, whether the provision is in the graph or the AMENDS relation still waits for it. Without what
// the notes of the eCFR state: that is derived from these rows.
MATCH (rule:Rule)
CALL (rule) {
  MATCH (rule)-[amends:AMENDS]->(place:Regulation)
  WHERE any(origin IN amends.origins WHERE NOT origin STARTS WITH $given.own)
  RETURN place.id AS placeId, amends
  UNION ALL
  MATCH (amends:OpenRelation {from: rule.id, type: 'AMENDS'})
  WHERE NOT amends.origin STARTS WITH $given.own
  RETURN amends.to AS placeId, amends
}
RETURN placeId, amends.validFrom AS effectiveOn, amends.adds AS adds,
  rule {.id, .name, .citation, .documentNumber, .lastPage, .publishedOn, .effectiveOn} AS rule
ORDER BY placeId, rule.id
