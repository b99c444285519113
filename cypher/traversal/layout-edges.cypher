// Relations for a picture: index of one end among the members, id of the other end, weight.
${traversal/if-drawn}
${traversal/inside}
WITH [at, far.id, node.weight] AS node
