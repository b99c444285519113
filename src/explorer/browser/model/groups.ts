/**
 * The groups of a picture: nodes grouped by what they mean to the origin, and the communities of the whole graph. Pure.
 */
import { addTo } from '../../../model/group.ts';
import type { RelationType } from '../../../model/relations.ts';
import type { View } from '../view/view.ts';
import type { Scene, SceneNode } from './scene.ts';

/** Nodes that share the name of a group. */
export interface Group {
  readonly name: string;
  readonly nodes: readonly SceneNode[];
}

/** The groups of each relation type as seen from an origin that it leaves (`out`) or reaches (`in`). */
interface Meaning {
  readonly out: string;
  readonly in: string;
}

/** What a relation makes of a node. A node with several relations to the origin is in the first of their groups. */
const MEANINGS: Readonly<Record<RelationType, Meaning>> = {
  DEFINES: { out: 'Defines', in: 'Defined in' },
  EXCEPTION_TO: { out: 'Exception to', in: 'Exceptions' },
  ADOPTS: { out: 'Adopts', in: 'Adopted by' },
  AUTHORIZED_BY: { out: 'Authorized by', in: 'Authorizes' },
  AMENDS: { out: 'Changes', in: 'Changed by' },
  PROPOSES: { out: 'Would change', in: 'Proposed changes' },
  FINALIZES: { out: 'Makes final', in: 'Made final by' },
  CORRECTS: { out: 'Corrects', in: 'Corrected by' },
  CITES: { out: 'Cites', in: 'Cited by' },
  ABOUT: { out: 'Describes', in: 'Terms about it' },
  IMPLEMENTS: { out: 'Builds on', in: 'Built on it' },
  SUPERSEDES: { out: 'Earlier version', in: 'Later version' },
  CONTRASTS_WITH: { out: 'Often confused with', in: 'Often confused with' },
  BROADER: { out: 'Broader terms', in: 'Narrower terms' },
  MAPS_TO: { out: 'Represented by', in: 'Represents' },
  PUBLISHED_BY: { out: 'Published by', in: 'Publishes' },
  RELATED_TO: { out: 'Related terms', in: 'Related terms' },
  PART_OF: { out: 'Part of', in: 'Parts' },
  ALIAS_OF: { out: 'A name of', in: 'Other names' },
  MENTIONS: { out: 'Mentions', in: 'Mentioned in' },
};
const RANK = new Map(Object.keys(MEANINGS).map((type, i) => [type, i]));
/** The group of nodes that no relation joins to an origin. */
const FURTHER = 'Further away';

const isOrigin = ({ distance, broughtBy }: SceneNode): boolean => distance === 0 && broughtBy === null;

/**
 * The origins, and the other nodes of the base grouped by what they mean to the origins. Nodes of expansions are not in
 * any group.
 */
export function groupsOf({ nodes, edges }: Pick<Scene, 'nodes' | 'edges'>): {
  origins: SceneNode[];
  groups: Group[];
} {
  const first = [...nodes.values()].filter(({ broughtBy }) => broughtBy === null);
  const origins = first.filter(isOrigin);
  const meant = new Map<string, { rank: number; name: string }>();
  const mean = (id: string, type: RelationType, seen: keyof Meaning) => {
    const rank = RANK.get(type) ?? RANK.size;
    if (rank < (meant.get(id)?.rank ?? Number.POSITIVE_INFINITY)) meant.set(id, { rank, name: MEANINGS[type][seen] });
  };
  const roots = new Set(origins.map(({ key }) => key));
  for (const { source, target, type } of edges.values()) {
    if (roots.has(source)) mean(target, type, 'out');
    if (roots.has(target)) mean(source, type, 'in');
  }
  const rankOf = ({ key }: SceneNode) => meant.get(key)?.rank ?? RANK.size;
  const groups = new Map<string, SceneNode[]>();
  for (const node of first.filter((one) => !isOrigin(one)).sort((a, b) => rankOf(a) - rankOf(b))) {
    addTo(groups, meant.get(node.key)?.name ?? FURTHER, node);
  }
  return { origins, groups: [...groups].map(([name, members]) => ({ name, nodes: members.sort(inOrder) })) };
}

/** Provisions by number, everything else in the order of relevance. */
const inOrder = (a: SceneNode, b: SceneNode): number =>
  a.kind === 'REGULATION' && b.kind === 'REGULATION' ? a.key.localeCompare(b.key, 'en', { numeric: true }) : 0;

/** At most this many communities are named. */
const MOST_NAMED = 8;
const LEAST_MEMBERS = 12;

/** Nodes that belong together because of the relations between them. */
export interface Community {
  /** The best-connected member, after which the community is named. */
  readonly hub: SceneNode;
  readonly size: number;
}

/** The largest communities of a picture of the whole graph. */
export function communitiesOf({ shownNodes }: Pick<Scene, 'shownNodes'>, { base }: View): Community[] {
  if (base.kind !== 'whole') return [];
  const members = new Map<number, SceneNode[]>();
  for (const node of shownNodes.values()) {
    if (typeof node.community === 'number') addTo(members, node.community, node);
  }
  return [...members.values()]
    .filter((nodes) => nodes.length >= LEAST_MEMBERS)
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_NAMED)
    .map((nodes) => ({ hub: nodes.reduce((a, b) => (b.degree > a.degree ? b : a)), size: nodes.length }));
}
