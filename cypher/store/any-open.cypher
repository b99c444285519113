// Whether any relation waits for its end.
RETURN EXISTS { MATCH (:OpenRelation) } AS any
