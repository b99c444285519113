// The parts with editions, each with the digests of the rules with which its records were derived.
MATCH (edition:Edition)
RETURN edition.origin AS origin, collect(DISTINCT coalesce(edition.amending, '')) AS digests
ORDER BY origin
