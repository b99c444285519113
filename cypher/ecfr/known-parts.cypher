// The parts of the CFR that are in the graph, whether imported or only cited.
MATCH (part:Regulation)
WHERE part.level = 'PART'
RETURN part.id AS id
ORDER BY id
