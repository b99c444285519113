// What the answer is: its edges are found from it only when they are asked for.
WITH {
  members: members, types: $types, asOf: $asOf, layout: $layout, exact: omitted = 0, omittedNodes: omitted,
  reasons: [reason IN ['LIMIT', 'PER_HOP_LIMIT'] WHERE reason IN reasons]
} AS node
