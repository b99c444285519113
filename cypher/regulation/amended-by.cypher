// The amendments of a provision, oldest first.
UNWIND [parent] AS it
${amendment/of-provision}
ORDER BY node.day, node.id
