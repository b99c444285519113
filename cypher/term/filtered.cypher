// `it` is one of the terms that a list is limited to. STARTS WITH also makes the index on the key of the name give the order.
it.nameKey STARTS WITH $startsWith
  AND ($category IS NULL OR it.category = $category)
  AND ($vocabularies IS NULL OR it.vocabulary IN $vocabularies)
