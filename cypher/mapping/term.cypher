UNWIND CASE WHEN parent.term IS NULL THEN [] ELSE [parent.term] END AS node
