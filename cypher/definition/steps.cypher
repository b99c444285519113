// The references of the definition `it` and of all definitions in its closure, each with what it may lead to on the day:
// `deferring`, `nth`, `site` and `next`. Which of these are the steps of the chain, and in which order they are followed, is
// decided from `leads` in src/law/chain.ts. Nothing is searched here.
UNWIND [it.id] + [id IN coalesce(it.closure, []) WHERE id <> it.id] AS id
MATCH ()-[deferring:DEFINES {id: id}]->()
WHERE id = it.id OR ${days/in-force(deferring)}
UNWIND range(0, size(coalesce(deferring.refersTo, [])) - 1) AS nth
OPTIONAL MATCH ()-[next:DEFINES]->()
WHERE next.id IN split(deferring.leads[nth], '\n') AND ${days/in-force(next)}
