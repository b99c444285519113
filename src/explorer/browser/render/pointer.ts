/** Mouse, touch and keys on the picture, turned into steps. */
import type Sigma from 'sigma';
import type { Explorer } from '../explorer.ts';
import { closeNode, openNode, pin, select } from '../view/steps.ts';

/** As far as a finger shakes, in pixels. */
const STILL = 4;

export function listenTo(sigma: Sigma, stage: HTMLElement, explorer: Explorer): void {
  sigma.on('clickNode', ({ node }) => void explorer.go(select({ kind: 'node', id: node })));
  sigma.on('clickEdge', ({ edge }) => void explorer.go(select({ kind: 'edge', id: edge })));
  sigma.on('clickStage', () => void explorer.go(select(null)));
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
    held = { id: node, x: event.x, y: event.y, moved: false };
  });
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
    if (!moved) return;
    const { x, y } = sigma.getGraph().getNodeAttributes(id);
    void explorer.go(pin({ id, x, y }));
  };
  sigma.on('upNode', drop);
  sigma.on('upStage', drop);
}
