// The result: of all candidates at any distance, the most relevant ones. Its edges are found only if the client selects them.
${traversal/most-relevant(found)}
WITH day, members, seen, found, reasons, best, $limit - size(members) AS room
WITH day, members + [one IN best[..room] | {entity: one[0], relevance: one[1], degree: one[2], distance: one[3]}] AS members, seen, reasons + CASE WHEN size(found) > room THEN ['LIMIT'] ELSE [] END AS reasons
WITH {
  members: members, types: $types, excludeTypes: $excludeTypes, day: day, layout: $layout, ranking: 'RELEVANCE',
  exact: size(seen) = size(members), omittedNodes: size(seen) - size(members),
  reasons: [reason IN ['LIMIT', 'PER_HOP_LIMIT'] WHERE reason IN reasons]
} AS node
