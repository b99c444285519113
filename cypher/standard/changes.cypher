// How what a standard is made of differs from the same in another version of its guide. What belongs together has the same
// key below its version. Of a version its direct parts are compared, each with all that is inside it (`parts`); of anything
// else, what it is made of at any depth. In document order, which is that of the positions on the way down.
WITH parent, ['name', 'min', 'max', 'types', 'mustSupport', 'binding', 'bindingStrength', 'status'] AS compared, head(COLLECT {
  MATCH (parent)-[:PART_OF*0..12]->(version:Standard {level: 'VERSION'})
  RETURN version
    ORDER BY version.key
}) AS own
WITH parent, compared, own, COLLECT {
  MATCH (own)-[:PART_OF]->(:Standard {level: 'STANDARD'})<-[:PART_OF]-(version:Standard {level: 'VERSION'})
  RETURN DISTINCT version
    ORDER BY version.key
} AS versions
WITH parent, compared, own, versions, head([one IN versions WHERE one.version = $version]) AS other
WITH parent, compared, own, versions, other, head(COLLECT {
  MATCH (twin:Standard {key: other.key + substring(parent.key, size(own.key))})
  RETURN twin
}) AS from
WITH parent, compared, own, versions, other, from, COLLECT {
  MATCH (parent) ((above)<-[step:PART_OF]-(:Standard) WHERE above = parent OR parent <> own){1,12} (after:Standard)
  OPTIONAL MATCH (before:Standard {key: from.key + substring(after.key, size(parent.key))})
  WHERE EXISTS { MATCH (before)-[:PART_OF*1..12]->(whole) WHERE whole = from }
  RETURN {before: before, after: after, fields: [name IN compared
    WHERE NOT coalesce(before[name] = after[name], before[name] IS NULL AND after[name] IS NULL)
  ] + CASE WHEN parent = own AND (EXISTS {
    MATCH (after)<-[:PART_OF*1..12]-(inside:Standard)
    WHERE NOT EXISTS {
      MATCH (twin:Standard {key: before.key + substring(inside.key, size(after.key))})
      WHERE all(name IN compared WHERE coalesce(twin[name] = inside[name], twin[name] IS NULL AND inside[name] IS NULL))
    }
  } OR EXISTS {
    MATCH (before)<-[:PART_OF*1..12]-(inside:Standard)
    WHERE NOT EXISTS { (:Standard {key: after.key + substring(inside.key, size(before.key))}) }
  }) THEN ['parts'] ELSE [] END}
    ORDER BY [one IN step | coalesce(one.position, 2147483647)], after.key
} AS pairs, COLLECT {
  MATCH (from) ((above)<-[step:PART_OF]-(:Standard) WHERE above = from OR from <> other){1,12} (before:Standard)
  WHERE NOT EXISTS {
    MATCH (after:Standard {key: parent.key + substring(before.key, size(from.key))})-[:PART_OF*1..12]->(whole)
    WHERE whole = parent
  }
  RETURN before
    ORDER BY [one IN step | coalesce(one.position, 2147483647)], before.key
} AS removed
WITH {
  known: [one IN versions | one.version], compared: other IS NOT NULL, from: from, removed: removed,
  imported: COUNT {
    UNWIND [own, other] AS version
    MATCH (version)
    WHERE EXISTS {
      MATCH (version)<-[:PART_OF]-(part:Standard)
      WHERE part.level <> 'DATA_CLASS' OR EXISTS { (part)<-[:PART_OF]-(:Standard) }
    }
  } = 2,
  fields: [name IN compared
    WHERE from IS NOT NULL AND NOT coalesce(from[name] = parent[name], from[name] IS NULL AND parent[name] IS NULL)],
  added: [one IN pairs WHERE one.before IS NULL | one.after],
  changed: [one IN pairs WHERE one.before IS NOT NULL AND one.fields <> []]
} AS node
