// The rules that amend provisions, whether the provision is in the graph or the AMENDS relation still waits for it.
MATCH (rule:Rule)
CALL (rule) {
  MATCH (rule)-[amends:AMENDS]->(place:Regulation)
  RETURN place.id AS placeId, amends
  UNION ALL
  MATCH (amends:OpenRelation {from: rule.id, type: 'AMENDS'})
  RETURN amends.to AS placeId, amends
}
RETURN placeId, amends.validFrom AS effectiveOn, amends.adds AS adds,
  rule {.id, .name, .citation, .documentNumber, .lastPage, .publishedOn, .effectiveOn} AS rule
ORDER BY placeId, rule.id
