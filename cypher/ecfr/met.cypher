// The parts of the CFR of which anything is known.
MATCH (part:Regulation)
WHERE part.level = 'PART'
RETURN part.id AS id
ORDER BY id
