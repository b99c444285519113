// Whether the client wants the entity `it`: its vocabulary, its place in the law, and the day.
${vocabulary/among(it)}
  AND ($within IS NULL OR (it:Regulation AND ${regulation/lies-within(it)}))
  AND ${days/existed(it)}
