// Whether any entity was removed.
RETURN EXISTS { MATCH (:Tombstone) } AS any
