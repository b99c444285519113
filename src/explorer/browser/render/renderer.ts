/** The picture, drawn by Sigma. It shows the state and converts input to steps. It does not have its own state. */
import Sigma from 'sigma';
import { EdgeArrowProgram, EdgeLineProgram, EdgeRectangleProgram } from 'sigma/rendering';
import { animateNodes } from 'sigma/utils';
import type { Explorer, State } from '../explorer.ts';
import { type Highlight, highlightOf, linesFor, namedEdges } from '../model/highlight.ts';
import type { Heading } from '../model/meaning.ts';
import type { Point } from '../model/point.ts';
import type { SceneNode } from '../model/scene.ts';
import { boxOf } from './box.ts';
import { drawingOf, edgeLook, nodeLook } from './drawing.ts';
import { drawLabels, type EdgeNameLabel, type NodeNameLabel } from './labels.ts';
import { headingsFor, labelsOf, lineLabels } from './names.ts';
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
  /**
   * @param factor a value above 1 zooms in
   */
  zoom(factor: number): void;
  /**
   * @param right the distance in screen pixels
   */
  pan(right: number, down: number): void;
  /** The position of a node in the browser window. */
  screenOf(id: string): Point | null;
  /** The nodes whose names were drawn in the last frame. */
  labels(): readonly string[];
  /** The zoom level: 1 shows the whole picture, and higher values are closer. */
  nearness(): number;
}

/** Draws into `stage` until the page closes. Throws an error if there is no WebGL. */
export function createRenderer(stage: HTMLElement, explorer: Explorer): Renderer {
  let theme: Theme = readTheme();
  let highlight: Highlight | null = null;
  let named: ReadonlySet<string> = new Set();
  let nodeLabels: readonly NodeNameLabel[] = [];
  let edgeLabels: readonly EdgeNameLabel[] = [];
  let headings: readonly Heading[] = [];
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
    named = linesFor(state.scene, namedEdges(state.scene, state.view, highlight));
    nodeLabels = labelsOf(state, highlight);
    edgeLabels = lineLabels(state, named);
    headings = headingsFor(state);
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
    if (!isOnlyPinned(state, before)) sigma.setCustomBBox(boxOf(state, stage));
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
    written = drawLabels(sigma, { nodes: nodeLabels, edges: edgeLabels, headings }, theme);
  });
  onThemeChange(() => {
    theme = readTheme();
    sigma.refresh({ skipIndexation: true });
  });
  new ResizeObserver(() => sigma.scheduleRender()).observe(stage);
  listenTo(sigma, stage, explorer);
  look(explorer.state);
  sigma.setCustomBBox(boxOf(explorer.state, stage));
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

/** Whether a node was only pinned or let go: then the frame stays, so that the node is where it was dropped. */
const isOnlyPinned = (now: State, before: State): boolean =>
  JSON.stringify(now.view.pins) !== JSON.stringify(before.view.pins) &&
  now.scene.shownNodes.size === before.scene.shownNodes.size &&
  [...now.scene.shownNodes.keys()].every((id) => before.scene.shownNodes.has(id));

const sharesNodes = (now: State, before: State): boolean =>
  [...now.scene.shownNodes.keys()].some((id) => before.scene.shownNodes.has(id));
