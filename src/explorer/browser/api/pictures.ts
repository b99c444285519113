/** The questions of a picture, as the API takes them. */
import type { Answer, AnswerEdge, AnswerNode, Completeness } from '../model/answer.ts';
import { keyOf, type Question } from '../model/questions.ts';
import { ApiError, ask } from './client.ts';
import { AROUND, PATHS, WHOLE } from './documents.ts';

/** As many answers are kept for going back and forward. */
const MOST_KEPT = 200;
const kept = new Map<string, Answer>();

/** The answer, if it was given before. */
export const answered = (question: Question): Answer | undefined => kept.get(keyOf(question));

/** Asks the server, unless it was asked before. @throws ApiError */
export async function answerTo(question: Question, signal: AbortSignal): Promise<Answer> {
  const known = answered(question);
  if (known) return known;
  const answer = question.kind === 'paths' ? await pathsOf(question, signal) : await pictureOf(question, signal);
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(keyOf(question), answer);
  return answer;
}

type PictureQuestion = Exclude<Question, { kind: 'paths' }>;

/** Where a layout takes longer than the server allows, the picture comes without one: it is placed here then. */
async function pictureOf(question: PictureQuestion, signal: AbortSignal): Promise<Answer> {
  const { kind, ...variables } = question;
  const document = kind === 'whole' ? WHOLE : AROUND;
  try {
    return (await ask<{ picture: Answer }>(document, variables, signal)).picture;
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'TIMEOUT' || question.layout === 'NONE') throw error;
    return (await ask<{ picture: Answer }>(document, { ...variables, layout: 'NONE' }, signal)).picture;
  }
}

interface PathsAnswer {
  paths: {
    paths: { nodes: (Omit<AnswerNode, 'key'> & { id: string })[]; hops: AnswerEdge[] }[];
    completeness: Completeness;
  };
}

async function pathsOf({ from, to, asOf }: Question & { kind: 'paths' }, signal: AbortSignal): Promise<Answer> {
  const { paths: found } = await ask<PathsAnswer>(PATHS, { from, to, asOf }, signal);
  const nodes = new Map<string, AnswerNode>();
  for (const path of found.paths) {
    path.nodes.forEach(({ id, ...node }, distance) => {
      if (!nodes.has(id)) nodes.set(id, { ...node, key: id, distance, x: null, y: null });
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
