// How many relations of these imports wait, and for something in which version of which standard.
MATCH (waiting:OpenRelation)
WHERE waiting.origin IN $given.origins
WITH split(split(waiting.to, ':')[1], '/') AS key
RETURN key[0] + '/' + coalesce(key[1], '') AS version, toFloat(count(*)) AS count
ORDER BY version
