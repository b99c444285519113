// The amendments that made a change: those of its day; for a change of which only the edition is known that first shows it,
// those since the edition before.
UNWIND COLLECT {
  UNWIND [parent.place] AS it
  WITH it WHERE it IS NOT NULL
  ${amendment/of-provision}
  RETURN node
} AS node
WITH parent, node, CASE WHEN parent.at >= 0 AND parent.place.changeBases[parent.at] = 'FIRST_SEEN'
  THEN parent.place.changeBefore[parent.at] END AS since
WHERE CASE WHEN since IS NULL THEN node.day = parent.on ELSE since < node.day AND node.day <= parent.on END
ORDER BY node.day, node.id
