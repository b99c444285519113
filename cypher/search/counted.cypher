// How many of each kind are found, whatever kinds are asked for, and the best score among them.
${search/found}
WITH [name IN labels(entity) WHERE name <> 'Entity'][0] AS kind, count(*) AS number, max(score) AS best
RETURN {kind: kind, number: number, best: best}
