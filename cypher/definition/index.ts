import { readCypher } from '../../src/graph/template.ts';
import type { StepCandidate } from '../../src/law/chain.ts';
import { fragment } from '../../src/plan/fragment.ts';

/** A row of `chain`: what one step of a chain of definitions is chosen from. */
export interface ChainStepRow extends StepCandidate {
  targetCitation: string;
  quote: string;
}

/** What a legal definition leads to, in addition to its two ends. */
export const definition = {
  scope: fragment('definition/scope'),
  scopes: fragment('definition/scopes'),
  chain: fragment('definition/chain'),
  governing: fragment('definition/governing'),
  stepRegulation: fragment('definition/step-regulation'),
  stepDefinition: fragment('definition/step-definition'),
};

/** An expression over a definition `node`: its id and kind, and what the steps of its chain are chosen from. */
export const chainOf = readCypher('definition/chain-of');
