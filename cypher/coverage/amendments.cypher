// The amendments of the provision of a coverage, oldest first.
UNWIND [parent.provision] AS it
${amendment/of-provision}
WITH node
WHERE node.day <= $asOfOrToday
ORDER BY node.day, node.id
