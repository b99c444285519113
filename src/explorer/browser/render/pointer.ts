/** Converts mouse, touch, and keyboard input on the picture to steps. */
import type Sigma from 'sigma';
import type { Explorer, State } from '../explorer.ts';
import { type Lines, linesOf, nearestLine } from '../model/nearest.ts';
import type { Point } from '../model/point.ts';
import { closeNode, openNode, pin, select } from '../view/steps.ts';
import type { Selection } from '../view/view.ts';

/** A finger moves up to this many pixels in a tap. */
const STILL = 4;
/** A click within this many pixels of a line selects it. */
const REACH = 5;
/** With more lines, the mouse is always near one: hovering no longer highlights lines, and a click still selects them. */
const MOST_LIT = 3_000;

export function listenTo(sigma: Sigma, stage: HTMLElement, explorer: Explorer): void {
  const lineAt = lineFinder(sigma, explorer);
  let dropped = false; // Sigma reports the end of a drag as a click
  const choose = (selected: Selection | null) => {
    if (!dropped) void explorer.go(select(selected));
    dropped = false;
  };
  sigma.on('clickNode', ({ node }) => choose({ kind: 'node', id: node }));
  sigma.on('clickStage', ({ event }) => choose(lineAt(event)));
  sigma.on('doubleClickNode', (event) => {
    event.preventSigmaDefault();
    const shift = event.event.original.shiftKey;
    void explorer.go((shift ? closeNode : openNode)(event.node));
  });

  let over: string | null = null;
  let held: { id: string; x: number; y: number; moved: boolean } | null = null;
  const point = (pointed: Selection | null) => {
    stage.classList.toggle('live', pointed !== null);
    const lit = pointed?.kind !== 'edge' || explorer.state.scene.lines.size <= MOST_LIT;
    if (!held) explorer.point(lit ? pointed : null);
  };
  sigma.on('enterNode', ({ node }) => {
    over = node;
    point({ kind: 'node', id: node });
  });
  sigma.on('leaveNode', () => {
    over = null;
    point(null);
  });
  let inside = false; // move events come from the whole page
  sigma.on('enterStage', () => {
    inside = true;
  });
  sigma.on('leaveStage', () => {
    inside = false;
    point(null);
  });

  sigma.on('downNode', ({ node, event }) => {
    dropped = false;
    held = { id: node, x: event.x, y: event.y, moved: false };
  });
  sigma.on('downStage', () => {
    dropped = false;
  });
  sigma.on('moveBody', ({ event, preventSigmaDefault }) => {
    if (!held) {
      const moving = event.original instanceof MouseEvent && event.original.buttons !== 0;
      const onNode = over !== null && sigma.getGraph().hasNode(over);
      if (inside && !onNode && !moving) point(lineAt(event));
      return;
    }
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

/**
 * Finds the line at a point of the stage. Sigma's own hit test draws every line twice in each frame and needs the exact
 * pixel of a one-pixel line.
 */
function lineFinder(sigma: Sigma, explorer: Explorer): (at: Point) => Selection | null {
  let known: { of: State['positions']; among: State['scene']; lines: Lines } | undefined;
  return (at) => {
    const { positions, scene } = explorer.state;
    if (known?.of !== positions || known.among !== scene) {
      known = { of: positions, among: scene, lines: linesOf(scene.lines.values(), positions) };
    }
    const here = sigma.viewportToGraph(at);
    const beside = sigma.viewportToGraph({ x: at.x + REACH, y: at.y });
    const id = nearestLine(known.lines, here, Math.hypot(beside.x - here.x, beside.y - here.y));
    return id === null ? null : { kind: 'edge', id };
  };
}
