// How strong the relation `it` is, from 0 to 1: what authors and the law state comes before what was found in a text, and a term
// that a text names often is closer to it. See docs/relevance.md.
CASE type(it)
  WHEN 'RELATED_TO' THEN 0.9 * coalesce(it.weight, 1.0)
  WHEN 'DEFINES' THEN 0.9
  WHEN 'EXCEPTION_TO' THEN 0.9
  WHEN 'ABOUT' THEN 0.9
  WHEN 'ADOPTS' THEN 0.85
  WHEN 'CONTRASTS_WITH' THEN 0.8
  WHEN 'BROADER' THEN 0.75
  WHEN 'IMPLEMENTS' THEN 0.7
  WHEN 'MAPS_TO' THEN 0.7
  WHEN 'PART_OF' THEN 0.6
  WHEN 'SUPERSEDES' THEN 0.6
  WHEN 'AUTHORIZED_BY' THEN 0.6
  WHEN 'PUBLISHED_BY' THEN 0.35
  WHEN 'MENTIONS' THEN CASE
    WHEN it.evidenceRules[0] = 'AUTHORED' THEN CASE WHEN startNode(it):Regulation THEN 0.6 ELSE 0.4 END
    ELSE 0.05 + 0.2 * (1.0 - 1.0 / size(it.evidenceRules))
  END
  WHEN 'ALIAS_OF' THEN 0.02
  ELSE 0.3
END
