/** The scene combines the responses to a view's queries and determines which nodes and relations are shown. Pure. */
import { ENTITY_KINDS, type EntityKind } from '../../../model/kinds.ts';
import { RELATION_TYPES, type RelationType } from '../../../model/relations.ts';
import type { View } from '../view/view.ts';
import { type Line, linesAmong } from './lines.ts';
import type { PictureData, PictureEdge, PictureNode, PicturePath } from './picture-data.ts';
import { reach } from './reach.ts';

/**
 * The responses to the queries from `questionsOf(view)` and `jointsOf`. Null if there were too many queries to send.
 */
export interface Answers {
  readonly base: PictureData | null;
  readonly opened: ReadonlyMap<string, PictureData>;
  readonly paths: PictureData | null;
  readonly joints: readonly PictureData[] | null;
}

export interface SceneNode extends PictureNode {
  /** The id of the entity whose expansion added the node. Null if the node is part of the base or the path. */
  readonly broughtBy: string | null;
}

/** Which response is incomplete, and why. */
export interface LeftOut {
  /** `base`, `path`, or the id of the expanded entity. */
  readonly where: 'base' | 'path' | { readonly expanded: string };
  readonly completeness: PictureData['completeness'];
}

/** All nodes in the responses, and which of them are shown. */
export interface Scene {
  /** All nodes, shown or hidden, nearest nodes first. */
  readonly nodes: ReadonlyMap<string, SceneNode>;
  /** All relations between the nodes. */
  readonly edges: ReadonlyMap<string, PictureEdge>;
  /**
   * The nodes that are not hidden by a collapsed node. In a picture of the whole graph, these nodes also have at least
   * one relation in the picture.
   */
  readonly shownNodes: ReadonlyMap<string, SceneNode>;
  readonly shownEdges: ReadonlyMap<string, PictureEdge>;
  /** The shown relations as the picture draws them: one line for all relations between the same two nodes. */
  readonly lines: ReadonlyMap<string, Line>;
  /** The key of the line that represents each shown relation. */
  readonly lineOf: ReadonlyMap<string, string>;
  /** The counts of shown nodes and relations in the legend. */
  readonly kinds: Readonly<Record<EntityKind, number>>;
  readonly types: Readonly<Record<RelationType, number>>;
  /** The number of shown relations of each shown node. */
  readonly incidence: ReadonlyMap<string, number>;
  readonly neighbors: ReadonlyMap<string, ReadonlySet<string>>;
  readonly paths: readonly PicturePath[];
  readonly leftOut: readonly LeftOut[];
  /** Whether all relations between the nodes were requested from the server. */
  readonly joined: boolean;
  /** The number of nodes that are hidden because they have no relation in the picture. */
  readonly loose: number;
}

export const NOTHING: Answers = { base: null, opened: new Map(), paths: null, joints: [] };

export function sceneOf(view: View, { base, opened, paths, joints }: Answers): Scene {
  const nodes = new Map<string, SceneNode>();
  const take = (answer: PictureData | null, broughtBy: string | null) => {
    for (const node of answer?.nodes ?? []) if (!nodes.has(node.key)) nodes.set(node.key, { ...node, broughtBy });
  };
  take(base, null);
  take(paths, null);
  for (const [id, answer] of opened) take(answer, id);
  const edges = new Map<string, PictureEdge>();
  for (const answer of [base, paths, ...opened.values(), ...(joints ?? [])]) {
    for (const edge of answer?.edges ?? []) {
      if (nodes.has(edge.source) && nodes.has(edge.target)) edges.set(edge.key, edge);
    }
  }

  const open = reach(nodes, edges, rootsOf(view, base, paths), view.closed);
  const kinds = counter(ENTITY_KINDS);
  const shownNodes = new Map<string, SceneNode>();
  const joinedNodes = view.base.kind === 'whole' ? endsOf(edges.values()) : null;
  let loose = 0;
  for (const node of nodes.values()) {
    if (joinedNodes !== null && !joinedNodes.has(node.key)) loose += 1;
    else if (!open.has(node.key)) continue;
    else shownNodes.set(node.key, node);
  }
  for (const node of shownNodes.values()) {
    kinds[node.kind] += 1;
  }
  const types = counter(RELATION_TYPES);
  const shownEdges = new Map<string, PictureEdge>();
  const neighbors = new Map<string, Set<string>>([...shownNodes.keys()].map((id) => [id, new Set()]));
  const incidence = new Map<string, number>();
  for (const edge of edges.values()) {
    if (!shownNodes.has(edge.source) || !shownNodes.has(edge.target)) continue;
    types[edge.type] += 1;
    shownEdges.set(edge.key, edge);
    neighbors.get(edge.source)?.add(edge.target);
    neighbors.get(edge.target)?.add(edge.source);
    for (const end of [edge.source, edge.target]) incidence.set(end, (incidence.get(end) ?? 0) + 1);
  }
  const ways = paths?.paths ?? [];
  const lines = linesAmong(shownEdges.values());
  const lineOf = new Map([...lines].flatMap(([key, line]) => line.edges.map((edge) => [edge.key, key])));
  return {
    ...{ nodes, edges, lines, lineOf },
    ...{ shownNodes, shownEdges, kinds, types, incidence, neighbors, paths: ways },
    leftOut: leftOut({ base, opened, paths }),
    joined: joints !== null,
    loose,
  };
}

function endsOf(edges: Iterable<PictureEdge>): Set<string> {
  const ends = new Set<string>();
  for (const { source, target } of edges) ends.add(source).add(target);
  return ends;
}

/** The nodes from which shown nodes must be reachable; null for the whole graph, which has no origins. */
function rootsOf(
  { base, opened }: View,
  answer: PictureData | null,
  paths: PictureData | null,
): ReadonlySet<string> | null {
  if (base.kind === 'whole') return null;
  const origins = (answer?.nodes ?? []).filter(({ distance }) => distance === 0).map(({ key: id }) => id);
  const onPaths = (paths?.nodes ?? []).map(({ key: id }) => id);
  return new Set([...origins, ...onPaths, ...(origins.length + onPaths.length === 0 ? opened : [])]);
}

function leftOut({ base, opened, paths }: Pick<Answers, 'base' | 'opened' | 'paths'>): LeftOut[] {
  const all: [LeftOut['where'], PictureData | null][] = [
    ['base', base],
    ['path', paths],
    ...[...opened].map(([id, answer]): [LeftOut['where'], PictureData] => [{ expanded: id }, answer]),
  ];
  return all.flatMap(([where, answer]) =>
    answer === null || answer.completeness.exact ? [] : [{ where, completeness: answer.completeness }],
  );
}

const counter = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
