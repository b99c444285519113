/** The picture, drawn by Sigma. It shows the state and turns input into steps; it has no state of its own. */
import Sigma from 'sigma';
import { EdgeArrowProgram, EdgeLineProgram, EdgeRectangleProgram } from 'sigma/rendering';
import { animateNodes } from 'sigma/utils';
import { RELATIONS } from '../../../model/relations.ts';
import { withMarks } from '../../../prose/hidden.ts';
import type { Explorer, State } from '../explorer.ts';
import { type Highlight, highlightOf, namedEdges } from '../model/highlight.ts';
import { extentOf, type Point } from '../model/place.ts';
import type { SceneNode } from '../model/scene.ts';
import { drawingOf, edgeLook, nodeLook } from './drawing.ts';
import { drawLabels, type EdgeNameLabel, type NodeNameLabel } from './labels.ts';
import { ShapeProgram } from './node-program.ts';
import { listenTo } from './pointer.ts';
import { calm, onThemeChange, readTheme, type Theme } from './theme.ts';

const MOST_ANIMATED = 1_500;
const ANIMATION_MS = 350;
/** Without motion, for users who prefer reduced motion. */
const STILL = { zoomDuration: 1, doubleClickZoomingDuration: 1, inertiaDuration: 0 };

/** The interface of the picture for other parts. */
export interface Renderer {
  fit(): void;
  /** @param factor above 1 zooms in */
  zoom(factor: number): void;
  /** @param right pixels of the screen */
  pan(right: number, down: number): void;
  /** The position of a node in the window. */
  screenOf(id: string): Point | null;
  /** The nodes whose names the last frame drew. */
  labels(): readonly string[];
  /** The zoom: 1 shows the whole picture, more is nearer. */
  nearness(): number;
}

/** Draws into `stage` until the page closes. Throws without WebGL. */
export function createRenderer(stage: HTMLElement, explorer: Explorer): Renderer {
  let theme: Theme = readTheme();
  let highlight: Highlight | null = null;
  let named: ReadonlySet<string> = new Set();
  let nodeLabels: readonly NodeNameLabel[] = [];
  let edgeLabels: readonly EdgeNameLabel[] = [];
  let written: readonly string[] = [];
  let stopMoving = () => {};

  const sigma = new Sigma(
    drawingOf(explorer.state, () => undefined, stage.clientWidth),
    stage,
    {
      allowInvalidContainer: true,
      defaultNodeType: 'shape',
      defaultEdgeType: 'line',
      nodeProgramClasses: { shape: ShapeProgram },
      edgeProgramClasses: { arrow: EdgeArrowProgram, line: EdgeRectangleProgram, thin: EdgeLineProgram },
      renderLabels: false,
      defaultDrawNodeHover: () => {},
      nodeReducer: (id, data) => ({ ...data, ...nodeLook(id, explorer.state, highlight, theme) }),
      edgeReducer: (id, data) => ({ ...data, ...edgeLook(id, explorer.state, highlight, named, theme) }),
      zIndex: true,
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      stagePadding: 36,
      ...(calm() && STILL),
    },
  );

  const look = (state: State) => {
    highlight = highlightOf(state.scene, state.pointed);
    named = namedEdges(state.scene, state.view, highlight);
    nodeLabels = labelsOf(state, highlight);
    edgeLabels = [...named].flatMap((id) => {
      const edge = state.scene.shownEdges.get(id);
      return edge ? [{ source: edge.source, target: edge.target, text: RELATIONS[edge.type].label }] : [];
    });
  };

  const redraw = (state: State, before: State) => {
    stopMoving();
    const had = sigma.getGraph();
    const earlier = new Map<string, Point>();
    had.forEachNode((id, { x, y }) => earlier.set(id, { x, y }));
    const animated =
      !calm() && earlier.size > 0 && state.scene.shownNodes.size <= MOST_ANIMATED && sharesNodes(state, before);
    const begin = ({ key: id, broughtBy }: SceneNode) =>
      animated ? (earlier.get(id) ?? earlier.get(broughtBy ?? '')) : undefined;
    const graph = drawingOf(state, begin, stage.clientWidth);
    sigma.setCustomBBox(boxOf(state));
    sigma.setGraph(graph);
    if (!animated) return;
    const targets = Object.fromEntries(
      [...state.scene.shownNodes.keys()].map((id) => [id, { ...state.positions.get(id) }]),
    );
    stopMoving = animateNodes(graph, targets as Record<string, Record<string, number>>, { duration: ANIMATION_MS });
  };

  explorer.subscribe((state, before) => {
    look(state);
    if (state.scene !== before.scene || state.positions !== before.positions) redraw(state, before);
    else sigma.refresh({ skipIndexation: true });
  });
  sigma.on('afterRender', () => {
    written = drawLabels(sigma, nodeLabels, edgeLabels, theme);
  });
  onThemeChange(() => {
    theme = readTheme();
    sigma.refresh({ skipIndexation: true });
  });
  new ResizeObserver(() => sigma.scheduleRender()).observe(stage);
  listenTo(sigma, stage, explorer);
  look(explorer.state);
  sigma.setCustomBBox(boxOf(explorer.state));
  sigma.refresh();

  const camera = sigma.getCamera();
  const move = (to: Parameters<typeof camera.setState>[0]) =>
    calm() ? void camera.setState(to) : void camera.animate(to, { duration: 200 });
  return {
    fit: () => move({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }),
    zoom: (factor) => move({ ratio: camera.getBoundedRatio(camera.ratio / factor) }),
    pan: (right, down) => {
      const origin = sigma.viewportToFramedGraph({ x: 0, y: 0 });
      const to = sigma.viewportToFramedGraph({ x: right, y: down });
      camera.setState({ x: camera.x + to.x - origin.x, y: camera.y + to.y - origin.y });
    },
    screenOf: (id) => {
      const data = sigma.getNodeDisplayData(id);
      if (!data) return null;
      const { x, y } = sigma.framedGraphToViewport(data);
      const { left, top } = stage.getBoundingClientRect();
      return { x: left + x, y: top + y };
    },
    labels: () => written,
    nearness: () => 1 / camera.ratio,
  };
}

/** The most important nodes first: open or pointed at, highlighted, origins, then hubs. */
function labelsOf({ scene, view, pointed }: State, highlight: Highlight | null): NodeNameLabel[] {
  const rank = (id: string, distance: number) => {
    if ([pointed, view.selected].some((one) => one?.kind === 'node' && one.id === id)) return 0;
    if (id === view.from || id === view.to) return 1;
    return highlight?.nodes.has(id) ? 2 : distance === 0 && view.base.kind === 'around' ? 3 : 4;
  };
  return [...scene.shownNodes.values()]
    .map((node) => ({ node, rank: rank(node.key, node.distance) }))
    .sort((a, b) => a.rank - b.rank || b.node.degree - a.node.degree)
    .map(({ node: { key: id, label }, rank }) => ({
      id,
      text: withMarks(label),
      always: rank <= 1,
      faint: highlight !== null && !highlight.nodes.has(id),
    }));
}

function boxOf({ scene, positions }: State): { x: [number, number]; y: [number, number] } | null {
  if (scene.shownNodes.size === 0) return null;
  const points = [...scene.shownNodes.keys()].map((id) => positions.get(id) ?? { x: 0, y: 0 });
  const { left, right, bottom, top } = extentOf(points);
  const room = left === right && bottom === top ? 1 : 0;
  return { x: [left - room, right + room], y: [bottom - room, top + room] };
}

const sharesNodes = (now: State, before: State): boolean =>
  [...now.scene.shownNodes.keys()].some((id) => before.scene.shownNodes.has(id));
