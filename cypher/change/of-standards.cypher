// New versions of standards. Inside a provision, only versions of a standard that the provision adopts or adopted. The condition on
// the key makes the index of levels apply.
MATCH (standard:Standard)
WHERE standard.level = 'VERSION' AND standard.key >= '' AND $from <= standard.date AND standard.date <= $to
  AND ($within IS NULL OR EXISTS {
    MATCH (standard)-[:PART_OF*0..1]->(:Standard)<-[:PART_OF*0..1]-(adopted:Standard)<-[:ADOPTS]-(place:Regulation)
    WHERE ${regulation/lies-within(place)}
  })
RETURN {
  kind: 'STANDARD', on: standard.date, place: null, subject: standard, at: -1, said: null, begins: null,
  sortKey: '~' + standard.key, id: standard.id
}
