// What was found, of the kinds that are asked for: best first, then best connected.
UNWIND shown AS one
WITH one.entity AS node, one.score AS score
WITH node, score, COUNT { (node)--() } AS degree
ORDER BY score DESC, degree DESC, node.label, node.id
