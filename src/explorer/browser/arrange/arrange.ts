/** Computes a new arrangement of the shown nodes in a worker. Pinned nodes do not move. */
import type { State } from '../explorer.ts';
import type { Point } from '../model/point.ts';
import type { Arrangement, Arranging } from './messages.ts';

/** The worker's address. The build sets it. */
declare const WORKER_URL: string;

interface ScriptPolicy {
  createScriptURL(url: string): string;
}
type PolicyFactory = { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy };

/** Browsers with Trusted Types accept a worker's address only from a policy. This policy allows the worker's address alone. */
function workerAddress(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  policy ??= trustedTypes?.createPolicy('glossograph-worker', { createScriptURL: () => WORKER_URL });
  return policy?.createScriptURL(WORKER_URL) ?? WORKER_URL;
}
let policy: ScriptPolicy | undefined;

export function arranged({ scene, view, positions }: State, signal: AbortSignal): Promise<Map<string, Point>> {
  const ids = [...scene.shownNodes.keys()];
  const index = new Map(ids.map((id, i) => [id, i]));
  const held = new Set(view.pins.map(({ id }) => id));
  const points = ids.map((id) => positions.get(id) ?? { x: 0, y: 0 });
  const edges = [...scene.shownEdges.values()];
  const question: Arranging = {
    ids,
    x: points.map(({ x }) => x),
    y: points.map(({ y }) => y),
    fixed: ids.map((id) => (held.has(id) ? 1 : 0)),
    sources: edges.map(({ source }) => index.get(source) ?? 0),
    targets: edges.map(({ target }) => index.get(target) ?? 0),
  };
  const worker = new Worker(workerAddress(), { type: 'module' });
  return new Promise<Map<string, Point>>((done, fail) => {
    signal.addEventListener('abort', () => fail(signal.reason));
    worker.onerror = () => fail(new Error('the worker failed'));
    worker.onmessage = ({ data }: MessageEvent<Arrangement>) => {
      done(new Map(ids.map((id, i) => [id, { x: data.x[i] ?? 0, y: data.y[i] ?? 0 }])));
    };
    worker.postMessage(question);
  }).finally(() => worker.terminate());
}
