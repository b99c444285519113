// The amendments of the provision `it` that took effect, or were published, by the day. They are the rules that amend its
// section, a paragraph of it, or a paragraph around it, and pages of the section's notes that lie in no known rule. A rule that
// only amends a place around the section counts unless the notes of the latest edition are complete for its day and do not
// name it.
${regulation/unit}
WITH it, unit, ${regulation/noted(unit)} AS noted, COLLECT {
  MATCH (unit)-[:PART_OF*0..8]->(place:Regulation)<-[said:AMENDS]-(rule:Rule)
  RETURN DISTINCT {said: said, place: place, rule: rule} AS one
} + COLLECT {
  MATCH (place:Entity)<-[said:AMENDS]-(rule:Rule)
  WHERE place.id STARTS WITH unit.id + '(' AND (place.id STARTS WITH it.id OR it.id STARTS WITH place.id + '(')
  RETURN {said: said, place: place, rule: rule} AS one
} AS found
WITH unit, noted, found,
  [one IN found WHERE one.place = unit OR coalesce(one.place = noted, false) OR one.place.id STARTS WITH unit.id + '('] AS own
WITH noted, own + [one IN found
  WHERE NOT one IN own AND NOT one.rule IN [near IN own | near.rule]
    AND NOT coalesce(unit.notedFrom <= one.said.validFrom AND one.said.validFrom <= last(unit.observedOn), false)] AS dated
WITH [one IN dated | ${amendment/stated(one)}] + [at IN range(0, size(coalesce(noted.historyKinds, [])) - 1)
  WHERE noted.historyKinds[at] <> 'PENDING' AND none(one IN dated WHERE noted.historyQuotes[at] IN one.said.evidenceQuotes)
  | {said: {evidenceRules: ['PARSED'], evidenceQuotes: [noted.historyQuotes[at]], evidenceStarts: [-1], evidenceEnds: [-1],
      evidenceSources: [noted.historySources[at]]},
    from: noted, rule: null, ruleId: null, id: noted.historyKinds[at] + ' ' + noted.historyCitations[at],
    day: coalesce(nullIf(noted.historyEffective[at], ''), noted.historyPublished[at]),
    citation: noted.historyCitations[at], publishedOn: noted.historyPublished[at],
    effectiveOn: nullIf(noted.historyEffective[at], ''), appliesFrom: null,
    basis: CASE noted.historyEffective[at] WHEN '' THEN 'PUBLICATION' ELSE 'STATED' END}] AS amendments
UNWIND amendments AS node
