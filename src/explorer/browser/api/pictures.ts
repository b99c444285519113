/** Sends the queries for a picture to the API and caches the responses. */
import type { EntityKind } from '../../../model/kinds.ts';
import { provisionName } from '../model/names.ts';
import type { PictureData, PictureNode } from '../model/picture-data.ts';
import { keyOf, type Question } from '../model/questions.ts';
import { ApiError, ask, present } from './client.ts';
import { AROUND, PATHS, WHOLE } from './documents.ts';

/** At most this many answers are kept, so that back and forward are instant. */
const MOST_KEPT = 200;
const kept = new Map<string, PictureData>();

/** The cached response, or undefined if the query has not been sent yet. */
export const answered = (question: Question): PictureData | undefined => kept.get(keyOf(question));

/** Returns the cached response, or queries the server. @throws ApiError */
export async function answerTo(question: Question, signal: AbortSignal): Promise<PictureData> {
  const known = answered(question);
  if (known) return known;
  const answer = question.kind === 'paths' ? await pathsOf(question, signal) : await pictureOf(question, signal);
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(keyOf(question), answer);
  return answer;
}

type PictureQuestion = Exclude<Question, { kind: 'paths' }>;

/** Falls back to a picture without a layout if the layout takes longer than the server allows; the browser places the nodes then. */
async function pictureOf(question: PictureQuestion, signal: AbortSignal): Promise<PictureData> {
  try {
    return await drawn(question, question.layout, signal);
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'TIMEOUT' || question.layout === 'NONE') throw error;
    return drawn(question, 'NONE', signal);
  }
}

async function drawn(
  question: PictureQuestion,
  layout: PictureQuestion['layout'],
  signal: AbortSignal,
): Promise<PictureData> {
  const { limit, asOf, filter } = question;
  if (question.kind === 'whole') return present((await ask(WHOLE, { limit, layout, asOf, ...filter }, signal)).picture);
  const { of, depth } = question;
  const { picture } = await ask(AROUND, { of, depth, limit, layout, asOf, ...filter }, signal);
  const { nodes, ...rest } = present(picture);
  return { nodes: nodes.map(({ entity, ...node }) => readable(node, entity)), ...rest };
}

/** A node with the name that readers know a provision by. */
const readable = <Node extends { kind: EntityKind; label: string }>(node: Node, named: object): Node =>
  node.kind === 'REGULATION' && 'heading' in named
    ? { ...node, label: provisionName(node.label, named.heading as string | null) }
    : node;

async function pathsOf(
  { from, to, asOf, filter: { excludeTypes, kinds } }: Question & { kind: 'paths' },
  signal: AbortSignal,
): Promise<PictureData> {
  const found = present((await ask(PATHS, { from, to, asOf, excludeTypes, kinds }, signal)).paths);
  const nodes = new Map<string, PictureNode>();
  for (const path of found.paths) {
    path.nodes.forEach((node, distance) => {
      const { id, kind, label, degree } = readable(node, node);
      if (!nodes.has(id)) nodes.set(id, { key: id, kind, label, degree, distance, x: null, y: null });
    });
  }
  const edges = new Map(found.paths.flatMap(({ hops }) => hops.map((hop) => [hop.key, hop])));
  return {
    nodes: [...nodes.values()],
    edges: [...edges.values()],
    completeness: found.completeness,
    paths: found.paths.map(({ nodes, hops }) => ({ nodes: nodes.map(({ id }) => id), edges: hops })),
  };
}
