// The keys of the groups of all texts: parts of the law, versions of standards, and the pages of each vocabulary.
MATCH (node:Regulation)
WHERE node.text <> '' OR node.formerText IS NOT NULL OR node.heading IS NOT NULL
WITH split(node.id, '-') AS steps
RETURN DISTINCT substring(steps[0], 11) + '-' + split(steps[2], '.')[0] AS key
UNION
MATCH (node:Standard)
WITH split(node.key, '/') AS steps
RETURN DISTINCT steps[0] + coalesce('/' + steps[1], '') AS key
UNION
MATCH (node:Vocabulary)
RETURN 'terms/' + node.key AS key
