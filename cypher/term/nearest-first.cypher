// The innermost scope first; the official words before ours.
length(path), CASE WHEN 'PARSED' IN node.evidenceRules THEN 0 ELSE 1 END, node.id
