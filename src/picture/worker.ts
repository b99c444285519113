/** The thread that draws, so that the one that answers requests never does. One sketch in, one drawing out, in turn. */
import { parentPort } from 'node:worker_threads';
import { computeLayout, type LayoutInput } from './compute-layout.ts';

parentPort?.on('message', (sketch: LayoutInput) => {
  const drawing = computeLayout(sketch);
  const { points, communities } = drawing;
  const lists = [points?.x, points?.y, communities].flatMap((list) => (list ? [list.buffer as ArrayBuffer] : []));
  parentPort?.postMessage(drawing, lists);
});
