// The number of pending relations of these imports, for each version of a standard that they lead to.
MATCH (waiting:OpenRelation)
WHERE waiting.origin IN $given.origins
WITH split(split(waiting.to, ':')[1], '/') AS key
RETURN key[0] + '/' + coalesce(key[1], '') AS version, toFloat(count(*)) AS count
ORDER BY version
