// Whether the cited provision is known not to exist. The innermost of the section and the part that would contain it and that is
// in the graph decides: it must be known in full since the citing text began. A run of reserved sections can hold a section that has no node of its own.
(node.said.dangling IS NOT NULL OR node.cited IS NULL AND coalesce(head(COLLECT {
  UNWIND range(0, size(coalesce(node.said.withinIds, [])) - 1) AS at
  MATCH (around:Entity {id: node.said.withinIds[at]})
  RETURN ${days/whole(around)} AND around.seenTo >= coalesce(node.said.validFrom, '') AND NOT EXISTS {
    MATCH (run:Regulation)
    WHERE run.throughKey >= node.said.sectionKey AND run.sortKey < node.said.sectionKey + '1'
  }
  ORDER BY at
  LIMIT 1
}), false))
