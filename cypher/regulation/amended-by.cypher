// The amendments of a provision, oldest first.
UNWIND [parent] AS it
${amendment/of-provision}
WITH node
WHERE node.day <= $asOfOrToday
ORDER BY node.day, node.id
