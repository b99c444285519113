// The number of pending relations of these imports, for each version of a standard that they lead to. A base that one of several
// versions can define counts once, for all of them together, and it no longer counts once one of them has it.
MATCH (waiting:OpenRelation)
WHERE waiting.origin IN $given.origins
  AND NOT EXISTS { MATCH (:Standard {id: waiting.from})-[:IMPLEMENTS]->(:Standard {canonical: waiting.toCanonical}) }
WITH waiting, split(split(waiting.to, ':')[1], '/') AS key
WITH coalesce(waiting.from + ' ' + waiting.toCanonical, waiting.id) AS relation, key[0] + '/' + coalesce(key[1], '') AS version
ORDER BY version
WITH relation, collect(version) AS versions
WITH reduce(text = head(versions), other IN tail(versions) | text + ' or ' + other) AS version
RETURN version, toFloat(count(*)) AS count
ORDER BY version
