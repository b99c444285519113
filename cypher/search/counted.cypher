// The number of matches of each kind, whatever kinds the client asks for, and the best score of each kind.
${search/found}
WITH [name IN labels(entity) WHERE name <> 'Entity'][0] AS kind, count(*) AS number, max(tier) AS best
RETURN {kind: kind, number: number, best: best}
