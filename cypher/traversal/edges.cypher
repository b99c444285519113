// The relations between the members, in an order that does not depend on how they are found.
${traversal/inside}
ORDER BY startNode(node).id, type(node), endNode(node).id, node.id
