/** `window.glossograph`: a read-only view of what the page shows, for tests and developers. */
import type { Explorer } from '../explorer.ts';
import { highlightOf } from '../model/highlight.ts';
import { noticeOf } from '../model/summary.ts';
import type { Renderer } from '../render/renderer.ts';

export function handleOf(explorer: Explorer, renderer: () => Renderer | null) {
  const state = () => explorer.state;
  return Object.freeze({
    view: () => structuredClone(state().view),
    status: () => state().status,
    nodes: () => [...state().scene.shownNodes.values()].map((node) => ({ ...node })),
    edges: () => [...state().scene.shownEdges.values()].map((edge) => ({ ...edge })),
    counts: () => structuredClone({ ...state().scene.kinds, ...state().scene.types }),
    notice: () => noticeOf(state().scene),
    paths: () => structuredClone(state().scene.paths),
    highlighted: () => [...(highlightOf(state().scene, state().pointed)?.nodes ?? [])],
    pointed: () => structuredClone(state().pointed),
    position: (id: string) => structuredClone(state().positions.get(id) ?? null),
    drawn: () => renderer() !== null,
    screenOf: (id: string) => renderer()?.screenOf(id) ?? null,
    labels: () => [...(renderer()?.labels() ?? [])],
    nearness: () => renderer()?.nearness() ?? null,
  });
}

export type Handle = ReturnType<typeof handleOf>;
