// The result. Its edges are found only if the client selects them.
WITH {
  members: members, types: $types, excludeTypes: $excludeTypes, day: $asOfOrToday, layout: $layout, ranking: 'DEGREE', exact: omitted = 0, omittedNodes: omitted,
  reasons: [reason IN ['LIMIT', 'PER_HOP_LIMIT'] WHERE reason IN reasons]
} AS node
