// The sections or parts that are in the graph between the ends of these ranges, in their order.
UNWIND $given.rows AS row
MATCH (node:Regulation)
WHERE node.sortKey > row.low AND node.sortKey < row.high AND node.level = row.level
RETURN row.id AS range, node.id AS id, node.citation AS citation
ORDER BY range, node.sortKey
