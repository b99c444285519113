// The steps of the chain of the definition `it`, in the order in which they are followed. `closure` has the ids of all
// definitions that the chain can reach (src/law/closure.ts), so nothing is searched here. A citation to which a definition
// defers means, in this order:
// - the definition of the same term there, if the text has no words of its own;
// - the definition with the longest name that ends the words before the citation ("electronic protected health information
//   as defined in");
// - all definitions whose names are among these words ("treatment, payment, or health care operations, as these terms are
//   defined in").
// What a definition excludes is a step, but the chain does not go on from there.
// `rank` puts the best first, official words before ours.
WITH it, [it.id] + [id IN coalesce(it.closure, []) WHERE id <> it.id] AS around
WITH around, COLLECT {
  UNWIND around AS id
  MATCH ()-[deferring:DEFINES {id: id}]->()
  WHERE id = it.id OR ${days/governs(deferring)}
  UNWIND range(0, size(coalesce(deferring.refersTo, [])) - 1) AS nth
  WITH deferring, nth, deferring.refersTo[nth] AS goal, coalesce(deferring.refersAs[nth], '') AS words
  WITH deferring, nth, goal, words, CASE WHEN goal CONTAINS ' Part ' THEN replace(goal, 'Part ', '') + '.' ELSE goal END AS prefix
  OPTIONAL MATCH (site:Regulation {citation: goal})
  OPTIONAL MATCH (by:Regulation)-[next:DEFINES]->(meant:Term)
  WHERE next.id IN deferring.closure
    AND by.citation STARTS WITH prefix AND (prefix <> goal OR by.citation = goal OR by.citation STARTS WITH goal + '(')
    AND ${days/governs(next)}
    AND CASE words
      WHEN '' THEN meant = endNode(deferring)
      ELSE any(name IN coalesce(next.names, [meant.nameWords]) WHERE ' ' + words + ' ' CONTAINS ' ' + name + ' ')
    END
  WITH deferring, nth, goal, words, site, next, reduce(
    longest = 0,
    name IN [one IN coalesce(next.names, [meant.nameWords]) WHERE words <> '' AND ' ' + words ENDS WITH ' ' + one]
    | CASE WHEN size(name) > longest THEN size(name) ELSE longest END
  ) AS ends
  RETURN {
    from: deferring.id, nth: nth, targetCitation: goal, quote: coalesce(deferring.refersQuotes[nth], goal), site: site,
    edge: next, role: coalesce(deferring.refersRoles[nth], 'DEFERS'), known: site.textSource IS NOT NULL OR site.formerFrom IS NOT NULL, several: words <> '' AND ends = 0,
    rank: toString(900000 - ends) + CASE WHEN 'PARSED' IN next.evidenceRules THEN 'a' ELSE 'b' END + coalesce(next.id, '')
  }
    ORDER BY nth, next.id
} AS found
WITH around, [one IN found
  WHERE none(other IN found WHERE other.from = one.from AND other.nth = one.nth AND (
    one.several AND NOT other.several OR NOT one.several AND other.rank < one.rank
  ))] AS meant
WITH meant, reduce(reached = [around[0]], hop IN around | reached + reduce(
  fresh = [],
  step IN [one IN meant WHERE one.from IN reached AND one.role <> 'EXCLUDES' AND one.edge IS NOT NULL AND NOT one.edge.id IN reached]
  | CASE WHEN step.edge.id IN fresh THEN fresh ELSE fresh + [step.edge.id] END
)) AS reached
WITH reduce(all = [], id IN reached | all + [one IN meant WHERE one.from = id]) AS steps
