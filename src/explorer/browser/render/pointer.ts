/** Mouse, touch and keys on the picture, turned into steps. */
import type Sigma from 'sigma';
import type { Explorer } from '../explorer.ts';
import { closeNode, openNode, pin, select } from '../view/steps.ts';
import type { Selection } from '../view/view.ts';

/** As far as a finger shakes, in pixels. */
const STILL = 4;

export function listenTo(sigma: Sigma, stage: HTMLElement, explorer: Explorer): void {
  let dropped = false; // the end of a drag is a click to Sigma
  const choose = (selected: Selection | null) => {
    if (!dropped) void explorer.go(select(selected));
    dropped = false;
  };
  sigma.on('clickNode', ({ node }) => choose({ kind: 'node', id: node }));
  sigma.on('clickEdge', ({ edge }) => choose({ kind: 'edge', id: edge }));
  sigma.on('clickStage', () => choose(null));
  sigma.on('doubleClickNode', (event) => {
    event.preventSigmaDefault();
    const shift = event.event.original.shiftKey;
    void explorer.go((shift ? closeNode : openNode)(event.node));
  });
  sigma.on('enterNode', ({ node }) => point(node));
  sigma.on('leaveNode', () => point(null));
  sigma.on('enterEdge', () => stage.classList.add('live'));
  sigma.on('leaveEdge', () => stage.classList.remove('live'));
  const point = (id: string | null) => {
    stage.classList.toggle('live', id !== null);
    if (!held) explorer.point(id);
  };

  let held: { id: string; x: number; y: number; moved: boolean } | null = null;
  sigma.on('downNode', ({ node, event }) => {
    dropped = false;
    held = { id: node, x: event.x, y: event.y, moved: false };
  });
  for (const down of ['downStage', 'downEdge'] as const) {
    sigma.on(down, () => {
      dropped = false;
    });
  }
  sigma.on('moveBody', ({ event, preventSigmaDefault }) => {
    if (!held) return;
    preventSigmaDefault();
    event.original.preventDefault();
    if (Math.hypot(event.x - held.x, event.y - held.y) > STILL) held.moved = true;
    if (held.moved) sigma.getGraph().mergeNodeAttributes(held.id, sigma.viewportToGraph(event));
  });
  const drop = () => {
    if (!held) return;
    const { id, moved } = held;
    held = null;
    dropped = moved;
    if (!moved) return;
    const { x, y } = sigma.getGraph().getNodeAttributes(id);
    void explorer.go(pin({ id, x, y }));
  };
  sigma.on('upNode', drop);
  sigma.on('upStage', drop);
}
