/**
 * Plans that were made before. Composing the Cypher of a term page takes a fifth of the server's time for the whole response, and
 * requests differ mostly in where they start.
 */
import { type FieldNode, Kind, visit } from 'graphql';
import { LRUCache } from 'lru-cache';
import { today } from '../model/day.ts';
import type { Fragment } from './fragment.ts';
import type { FieldValues, FollowedRelation } from './requirement.ts';
import type { SelectionInfo } from './selection.ts';

/** The number of plans that are kept. A large one has about 60 kB. */
const MOST = 200;

/** What is known of a root field of a document. */
interface FieldShape {
  readonly id: number;
  /** The variables in the selections below the field. Its own arguments are not among them. */
  readonly variables: readonly string[];
}

const shapes = new WeakMap<FieldNode, FieldShape>();
let lastId = 0;

/** What the text and the parameters of a plan depend on, apart from the start. */
export interface PlanBasis {
  readonly followed: FollowedRelation;
  /** What is read beside the root field: an expression, or a fragment. */
  readonly side: string | Omit<Fragment, 'accepts'> | undefined;
}

/** Keeps the plans of root fields. */
export class PlanCache<Kept extends object> {
  private readonly plans = new LRUCache<string, Kept>({ max: MOST });

  /** The plan for a field of a parsed document, made if it is not known. */
  get(info: SelectionInfo, fieldNodes: readonly FieldNode[], basis: PlanBasis, make: () => Kept): Kept {
    const [node] = fieldNodes;
    // Several nodes are one field that the document selects in several places. @skip can leave out any of them.
    if (node === undefined || fieldNodes.length > 1) return make();
    const name = nameOf(shapeOf(node, info), info, basis);
    const known = this.plans.get(name);
    if (known !== undefined) return known;
    const made = make();
    this.plans.set(name, made);
    return made;
  }
}

function shapeOf(node: FieldNode, { fragments }: SelectionInfo): FieldShape {
  const known = shapes.get(node);
  if (known !== undefined) return known;
  lastId += 1;
  const shape = { id: lastId, variables: variablesBelow(node, fragments) };
  shapes.set(node, shape);
  return shape;
}

/** The names of the variables in the selections of a field, those in fragments included. */
function variablesBelow({ selectionSet }: FieldNode, fragments: SelectionInfo['fragments']): string[] {
  const variables = new Set<string>();
  const spread = new Set<string>();
  const collect = (from: FieldNode['selectionSet']): void => {
    if (from === undefined) return;
    visit(from, {
      [Kind.VARIABLE]: ({ name }) => void variables.add(name.value),
      [Kind.FRAGMENT_SPREAD]: ({ name }) => {
        if (spread.has(name.value)) return;
        spread.add(name.value);
        collect(fragments[name.value]?.selectionSet);
      },
    });
  };
  collect(selectionSet);
  return [...variables].sort();
}

function nameOf({ id, variables }: FieldShape, { variableValues }: SelectionInfo, { followed, side }: PlanBasis) {
  const { fragment, params, page, dayVariable } = followed;
  return JSON.stringify([
    id,
    today(),
    variables.map((variable) => variableValues[variable] ?? null),
    [fragment.match, fragment.order, dayVariable, page],
    typeof side === 'object' ? [side.match, side.order] : side,
    fixedParams(params, fragment, side),
  ]);
}

/** The parameters that are the same for all starts. The date of the root field applies to the fields below it. */
function fixedParams(params: FieldValues, { keys }: Fragment, side: PlanBasis['side']): FieldValues {
  const isKey = (name: string) =>
    name !== 'asOf' && keys.includes(name) && (typeof side !== 'object' || side.keys.includes(name));
  return Object.fromEntries(Object.entries(params).filter(([name]) => !isKey(name)));
}
