// Terms and statutes that only other imports state, with the imports of the eCFR that have relations to them.
MATCH (entity:Term|Statute)<-[relation:DEFINES|ALIAS_OF|AUTHORIZED_BY|CITES]-()
WHERE none(origin IN entity.origins WHERE origin STARTS WITH $given.own)
UNWIND relation.origins AS origin
WITH DISTINCT entity.id AS id, origin
WHERE origin STARTS WITH $given.own
RETURN id, collect(origin) AS origins
ORDER BY id
