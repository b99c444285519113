// The indexes of the members, in the order of their labels. Only a circle needs this order.
${traversal/if-drawn}
UNWIND CASE parent.layout WHEN 'CIRCLE' THEN range(0, size(parent.members) - 1) ELSE [] END AS node
WITH node, parent.members[node].entity AS one
ORDER BY one.label, one.id
