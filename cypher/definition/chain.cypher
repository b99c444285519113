// What the steps of a definition's chain are chosen from.
${definition/steps(parent)}
OPTIONAL MATCH (site:Regulation {citation: deferring.refersTo[nth]})
WITH {
  start: parent.id, from: deferring.id, nth: nth, leads: deferring.leads[nth], to: next.id, edge: next, site: site,
  role: coalesce(deferring.refersRoles[nth], 'DEFERS'), targetCitation: deferring.refersTo[nth],
  quote: coalesce(deferring.refersQuotes[nth], deferring.refersTo[nth])
} AS node
