import { readCypher } from '../../src/graph/cypher-file.ts';
import { fragment } from '../../src/plan/fragment.ts';

/** What a legal definition leads to, beside its two ends. */
export const definition = {
  scope: fragment('definition/scope'),
  chain: fragment('definition/chain'),
  stepRegulation: fragment('definition/step-regulation'),
  stepDefinition: fragment('definition/step-definition'),
};

const [followed = ''] = readCypher('definition/chain').split(/^UNWIND steps/m);

/** An expression over a definition `node`: its id, and the hops of its chain by the ids of definitions. */
export const chainOf = `head(COLLECT {
  ${followed.replace(/\bparent\b/g, 'node')}
  RETURN {id: node.id, steps: [one IN steps | {from: one.from, to: one.edge.id, known: one.known}]}
})`;
