// A traversal follows relations of the type of `it`, in any direction. Those that use it add the day.
($types IS NULL OR type(it) IN $types) AND ($excludeTypes IS NULL OR NOT type(it) IN $excludeTypes)
