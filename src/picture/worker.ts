/** The worker thread for layouts. It keeps the main thread free for requests. */
import { parentPort } from 'node:worker_threads';
import { computeLayout, type LayoutInput } from './compute-layout.ts';

parentPort?.on('message', (input: LayoutInput) => {
  const result = computeLayout(input);
  const { points, communities } = result;
  const lists = [points?.x, points?.y, communities].flatMap((list) => (list ? [list.buffer as ArrayBuffer] : []));
  parentPort?.postMessage(result, lists);
});
