// The imports of the eCFR with definitions for a division that is not known yet, such as "this subchapter".
MATCH ()-[definition:DEFINES]->(:Term)
WHERE definition.awaitedScope IS NOT NULL
UNWIND definition.origins AS origin
WITH DISTINCT origin
WHERE origin STARTS WITH $given.own
RETURN origin
ORDER BY origin
