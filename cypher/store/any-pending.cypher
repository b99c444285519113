// Whether any relation is pending.
RETURN EXISTS { MATCH (:OpenRelation) } AS any
