UNWIND CASE WHEN parent.alias IS NULL THEN [] ELSE [parent.alias] END AS node
