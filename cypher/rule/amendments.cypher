// What a rule amends, in the order of the law.
MATCH (parent)-[said:AMENDS]->(place:Regulation)
WITH {said: said, place: place, rule: parent} AS one, place.sortKey AS sortKey
WITH sortKey, ${amendment/stated(one)} AS node
ORDER BY sortKey, node.id
