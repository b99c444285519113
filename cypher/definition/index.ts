import { readCypher } from '../../src/graph/template.ts';
import type { StepRole } from '../../src/model/definition.ts';
import { fragment } from '../../src/plan/fragment.ts';

/** A row of `chain`: one step of a chain of definitions. */
export interface ChainStepRow {
  targetCitation: string;
  quote: string;
  role: StepRole;
}

/** What a legal definition leads to, in addition to its two ends. */
export const definition = {
  scope: fragment('definition/scope'),
  scopes: fragment('definition/scopes'),
  chain: fragment('definition/chain'),
  stepRegulation: fragment('definition/step-regulation'),
  stepDefinition: fragment('definition/step-definition'),
};

/** An expression over a definition `node`: its id, and the steps of its chain by the ids of definitions. */
export const chainOf = readCypher('definition/chain-of');
