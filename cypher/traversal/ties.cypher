// A relation for a picture: the place of one end among the members, the id of the other, and the weight.
${traversal/drawn}
${traversal/inside}
WITH [at, far.id, node.weight] AS node
