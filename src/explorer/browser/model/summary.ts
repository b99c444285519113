/** Describes the picture in words: the status line and the announcements of changes. Pure. */
import type { View } from '../view/view.ts';
import { communitiesOf } from './groups.ts';
import type { LeftOut, Scene } from './scene.ts';

const REASONS = {
  LIMIT: 'the limit was reached',
  PER_HOP_LIMIT: 'the limit for one step was reached',
  DEPTH: 'the search stopped before it reached the full depth',
  TIMEOUT: 'the time limit was reached',
} as const;

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** The number of shown nodes and relations, in words. */
export function sizeInWords(scene: Scene): string {
  if (scene.nodes.size === 0)
    return 'Nothing to show: the entities in the address are not in the graph or were not in force on that date.';
  const collapsed = scene.nodes.size - scene.shownNodes.size - scene.loose;
  return `${[
    `${counted(scene.shownNodes.size, 'node')}, ${counted(scene.shownEdges.size, 'relation')}`,
    ...(collapsed > 0 ? [`${counted(collapsed, 'node')} hidden`] : []),
    ...(scene.loose > 0 ? [`${counted(scene.loose, 'node')} hidden for lack of relations in this picture`] : []),
  ].join('; ')}.`;
}

/** A notice about what the server omitted. Empty if every response is complete. */
export function noticeOf(scene: Scene): string {
  const label = (id: string) => scene.nodes.get(id)?.label ?? id;
  const sentences = scene.leftOut.slice(0, 3).map((one) => sentence(one, label));
  const more = scene.leftOut.length - sentences.length;
  if (more > 0) sentences.push(`the same applies to ${counted(more, 'other expansion')}`);
  if (!scene.joined)
    sentences.push('relations between the parts of this picture may be missing, because it has too many parts');
  return sentences.length === 0 ? '' : `Incomplete: ${sentences.join('; ')}.`;
}

function sentence({ where, completeness }: LeftOut, label: (id: string) => string): string {
  const why = completeness.reasons.map((reason) => REASONS[reason]).join(', and ') || 'the answer is incomplete';
  if (where === 'path') return `there may be other paths, because ${why}`;
  const place = where === 'base' ? '' : ` around ${label(where.expanded)}`;
  const much = completeness.omittedNodes > 0 ? `at least ${counted(completeness.omittedNodes, 'node')}` : 'some nodes';
  return `${much} omitted${place}, because ${why}`;
}

/** The announcement after the picture changes. Empty if nothing changed. */
export function changeInWords(before: Scene, after: Scene): string {
  const added = [...after.shownNodes.values()].filter(({ key: id }) => !before.shownNodes.has(id));
  const removed = [...before.shownNodes.keys()].filter((id) => !after.shownNodes.has(id)).length;
  const edges = after.shownEdges.size - before.shownEdges.size;
  const first = added.slice(0, 3).map(({ label }) => label);
  const sentences = [
    ...(added.length > 0
      ? [
          `${counted(added.length, 'node')} added: ${first.join(', ')}${added.length > first.length ? ' and others' : ''}.`,
        ]
      : []),
    ...(removed > 0 ? [`${counted(removed, 'node')} removed.`] : []),
    ...(added.length + removed === 0 && edges !== 0
      ? [`${counted(Math.abs(edges), 'relation')} ${edges > 0 ? 'added' : 'removed'}.`]
      : []),
  ];
  return sentences.length === 0 ? '' : `${sentences.join(' ')} ${counted(after.shownNodes.size, 'node')} in view.`;
}

/**
 * The largest communities in a picture of the whole graph, named after their best-connected members. Empty if there are
 * no communities.
 */
export function communitiesInWords(scene: Scene, view: View): string {
  const hubs = communitiesOf(scene, view).map(({ hub, size }) => `${hub.label} (${size.toLocaleString('en')})`);
  return hubs.length === 0 ? '' : `The largest groups, by their best-connected members: ${hubs.join(', ')}.`;
}

/** A description of the picture for the title of the browser tab. Empty if nothing is shown. */
export function titleOf({ nodes }: Scene, { base, from, to }: View): string {
  const name = (id: string) => nodes.get(id)?.label ?? id;
  if (base.kind === 'whole') return `The ${base.limit.toLocaleString('en')} most relevant nodes`;
  if (base.of.length === 0) return from !== null && to !== null ? `From ${name(from)} to ${name(to)}` : '';
  const [first = '', ...others] = base.of;
  return others.length === 0 ? name(first) : `${name(first)} and ${others.length} more`;
}
