import { type ByHand, inForce, today } from './statement.ts';

/** Q5: a shortest path between two entities. */
export const path: ByHand = {
  parameters: ({ from, to }) => ({ from, to, day: today() }),
  statement: `MATCH (a:Entity {id: $from}), (b:Entity {id: $to})
    OPTIONAL MATCH p = shortestPath((a)-[*..8]-(b)) WHERE all(e IN relationships(p) WHERE ${inForce('e')})
    RETURN CASE WHEN p IS NULL THEN [] ELSE [{
      length: length(p), nodes: [n IN nodes(p) | n {.id, .label}],
      hops: [e IN relationships(p) | {type: type(e), source: startNode(e).id, target: endNode(e).id}]
    }] END AS value`,
  answer: (paths) => ({ paths: { paths: paths ?? [] } }),
};
