// The provision after it under the same heading.
MATCH (parent)-[here:PART_OF]->(:Regulation)<-[there:PART_OF]-(node:Regulation)
WHERE node.sortKey > parent.sortKey
  AND CASE WHEN $asOf IS NULL THEN here.validTo IS NULL ELSE coalesce(here.validFrom, '') <= $asOf AND coalesce(here.validTo, '9999') > $asOf END
  AND CASE WHEN $asOf IS NULL THEN there.validTo IS NULL ELSE coalesce(there.validFrom, '') <= $asOf AND coalesce(there.validTo, '9999') > $asOf END
ORDER BY node.sortKey, node.id
