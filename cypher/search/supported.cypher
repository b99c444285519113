// The hits `it`, best first, each with what is added to its score below 4. The first hits support each other: what belongs to a good
// hit is a better hit. The page about a provision supports the provision, and a definition its term. A neighbor in meaning (RELATED_TO
// and CONTRASTS_WITH) answers another question. If nothing holds the words as written, they are a name with a typo, the more so if
// the name has no other word. See docs/relevance.md.
[hit IN it[..50] | hit {.*, more: CASE
  WHEN hit.score >= 4.0 THEN 0.0
  ELSE 0.2 * reduce(most = 0.0, one IN COLLECT {
    UNWIND it[..30] AS other
    WITH hit.node AS here, other.node AS there, other.score AS score
    WHERE score > 1.2
    MATCH (here)-[link]-(there)
    WHERE NOT type(link) IN ['RELATED_TO', 'CONTRASTS_WITH']
    RETURN ${traversal/strength(link)} * (score - 1.2)
  } | CASE WHEN one > most THEN one ELSE most END)
  + CASE WHEN hit.tier < 1.0 OR any(one IN it WHERE one.tier >= 2.0) THEN 0.0 WHEN hit.tier > 1.0 THEN 1.0 ELSE 0.5 END
END}] + [hit IN it[50..] | hit {.*, more: 0.0}]
