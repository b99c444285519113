// In an order of their own, whatever finds them.
${traversal/inside}
ORDER BY startNode(node).id, type(node), endNode(node).id, node.id
