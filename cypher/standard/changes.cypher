// Compares the parts of a standard with the parts of the same thing in another version of its guide. Two parts correspond
// if they have the same key below their version. Of a version, the direct parts are compared, each with everything inside
// it (`parts`); of anything else, the parts at every depth. Document order is the order of the positions on the way down.
OPTIONAL MATCH (parent)-[:PART_OF*0..12]->(own:Standard {level: 'VERSION'})
WITH parent, own
  ORDER BY own.key LIMIT 1
WITH parent, own, COLLECT {
  MATCH (own)-[:PART_OF]->(guide:Standard {level: 'STANDARD'})
  MATCH (guide)<-[:PART_OF]-(version:Standard {level: 'VERSION'})
  RETURN DISTINCT version
    ORDER BY version.key
} AS versions
WITH parent, own, versions, head([one IN versions WHERE one.version = $version]) AS other
OPTIONAL MATCH (from:Standard {key: other.key + substring(parent.key, size(own.key))})
WITH parent, own, versions, other, from,
  ['name', 'min', 'max', 'types', 'mustSupport', 'binding', 'bindingStrength', 'status'] AS compared,
  COLLECT {
    UNWIND [own, other] AS version
    MATCH (version)
    WHERE EXISTS { MATCH (version)<-[:PART_OF*1..2]-(part:Standard) WHERE part.level <> 'DATA_CLASS' }
    RETURN version
  } AS imported,
  COLLECT {
    MATCH way = (parent)<-[:PART_OF*1..12]-(part:Standard)
    WHERE parent <> own OR length(way) = 1
    RETURN part
      ORDER BY [one IN relationships(way) | coalesce(one.position, 2147483647)], part.key
  } AS ours,
  COLLECT {
    MATCH way = (from)<-[:PART_OF*1..12]-(part:Standard)
    WHERE from <> other OR length(way) = 1
    RETURN part
      ORDER BY [one IN relationships(way) | coalesce(one.position, 2147483647)], part.key
  } AS theirs
WITH parent, own, versions, other, from, compared, imported, theirs, COLLECT {
  UNWIND ours AS after
  OPTIONAL MATCH (before:Standard {key: from.key + substring(after.key, size(parent.key))})
  WHERE before IN theirs
  RETURN {before: before, after: after, fields: [name IN compared
    WHERE NOT coalesce(before[name] = after[name], before[name] IS NULL AND after[name] IS NULL)
  ] + CASE WHEN parent = own AND COLLECT {
    MATCH (after)<-[:PART_OF*1..12]-(inside:Standard)
    RETURN DISTINCT [substring(inside.key, size(after.key)), [name IN compared | coalesce(inside[name], [])]] AS said
      ORDER BY said
  } <> COLLECT {
    MATCH (before)<-[:PART_OF*1..12]-(inside:Standard)
    RETURN DISTINCT [substring(inside.key, size(before.key)), [name IN compared | coalesce(inside[name], [])]] AS said
      ORDER BY said
  } THEN ['parts'] ELSE [] END}
} AS pairs
WITH {
  known: [one IN versions | one.version], compared: other IS NOT NULL, from: from, imported: size(imported) = 2,
  fields: [name IN compared
    WHERE from IS NOT NULL AND NOT coalesce(from[name] = parent[name], from[name] IS NULL AND parent[name] IS NULL)],
  added: [one IN pairs WHERE one.before IS NULL | one.after],
  changed: [one IN pairs WHERE one.before IS NOT NULL AND one.fields <> []],
  removed: [one IN theirs WHERE NOT one IN [pair IN pairs WHERE pair.before IS NOT NULL | pair.before]]
} AS node
