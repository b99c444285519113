MATCH (node:Standard {key: $key})
