// The texts of the provision `node`, with the sources of all editions of its part, whose ids end with their days.
{texts: ${regulation/texts}, editions: COLLECT {
  MATCH (source:Source)
  WHERE source.id STARTS WITH left(coalesce(node.textSource, node.formerSource[0]),
    size(coalesce(node.textSource, node.formerSource[0])) - 10)
  RETURN source {.id, .name, .url, .retrieved, .sha256}
}}
