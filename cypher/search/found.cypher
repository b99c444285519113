// Every match of a search, once, with its score and its reasons (see src/search/query.ts and docs/relevance.md). A match on an alias
// also finds what the alias denotes. An index yields at most `bound` matches of a text, the best for Lucene.
WITH bound, ${search/asked}
CALL (bound, cited, named, asked, exact, start, words, some, said, asking) {
  ${search/by-words}
  UNION ALL
  ${search/by-sense}
}
WITH asking, hit, max(tier) AS tier, sum(share) AS share, collect(reason) AS reasons
UNWIND ${search/meant(hit)} AS entity
WITH asking, entity, max(tier) AS tier, max(share) AS share, collect(reasons) AS lists
WHERE ${search/wanted(entity)}
WITH asking, entity, tier, share, reduce(all = [], list IN lists | reduce(some = all, one IN list | CASE WHEN one IN some THEN some ELSE some + one END)) AS reasons
WITH entity, tier, share, reasons, asking, CASE
  WHEN asking IS NULL OR tier >= 4.0 OR NOT ('SOME_WORDS' IN reasons OR 'MEANING' IN reasons) THEN NULL
  ELSE ${search/nearness(entity)}
END AS near, ${search/floor(entity)} AS floor
WHERE tier > 0.0 OR ${search/sensible}
WITH entity, tier, [reason IN reasons WHERE reason <> 'MEANING' OR near >= floor] AS reasons, CASE
  WHEN tier >= 4.0 THEN tier
  // What was found by some of its words, by its text, or by its meaning is one list: see docs/relevance.md.
  ELSE 2.0 * (coalesce(near, 0.0) + 0.2 * share
    + CASE WHEN tier >= 3.0 THEN 0.15 WHEN tier >= 2.0 THEN 0.08 WHEN tier >= 1.0 THEN 0.02 ELSE 0.0 END
    + CASE
      WHEN entity.vocabulary = 'glossograph' THEN 0.32
      WHEN entity.vocabulary = 'law' THEN 0.27
      WHEN entity.vocabulary IS NOT NULL THEN 0.05
      WHEN entity.level = 'PARAGRAPH' THEN 0.25
      WHEN entity.level = 'ELEMENT' THEN 0.05
      ELSE 0.3
    END)
END AS score
