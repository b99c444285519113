/**
 * The state of the page. The parts of the page subscribe to this state and render it. Only this class changes the
 * state.
 */
import { ApiError } from './api/client.ts';
import { answered, answerTo } from './api/pictures.ts';
import { filterOf, UNFILTERED } from './model/filter.ts';
import type { PictureData } from './model/picture-data.ts';
import { place, type Stage, settle } from './model/place.ts';
import type { Point } from './model/point.ts';
import { jointsOf, keyOf, type Question, questionsOf } from './model/questions.ts';
import { type Answers, NOTHING, type Scene, sceneOf } from './model/scene.ts';
import type { Step } from './view/steps.ts';
import { formatView, parseView } from './view/url.ts';
import type { Selection, View } from './view/view.ts';

export interface State {
  readonly view: View;
  readonly scene: Scene;
  readonly positions: ReadonlyMap<string, Point>;
  readonly status: 'loading' | 'ready' | 'failed';
  /** The error message, if loading failed. */
  readonly fault: string;
  /** Whether loading failed because the response would take too long. */
  readonly late: boolean;
  /** The entity or relation under the mouse or focused in the list. */
  readonly pointed: Selection | null;
}

export type Listener = (now: State, before: State) => void;

/** The address bar and the browser's history. */
export interface Address {
  read(): string;
  push(query: string): void;
  onMove(moved: () => void): void;
}

export class Explorer {
  #state: State;
  #listeners: Listener[] = [];
  #asking = new AbortController();
  /**
   * The previous positions of the nodes in a base, regardless of filters. A node that remains visible keeps its
   * position.
   */
  #known: { base: string; points: ReadonlyMap<string, Point> } = { base: '', points: new Map() };
  readonly #address: Address;
  readonly #stage: () => Stage;

  /**
   * @param stage returns the shape of the stage
   */
  constructor(address: Address, stage: () => Stage) {
    this.#address = address;
    this.#stage = stage;
    const view = parseView(address.read());
    const scene = sceneOf(view, NOTHING);
    this.#state = { view, scene, positions: new Map(), status: 'loading', fault: '', late: false, pointed: null };
    address.onMove(() => void this.#show(parseView(this.#address.read())));
  }

  get state(): State {
    return this.#state;
  }

  subscribe(listener: Listener): void {
    this.#listeners.push(listener);
  }

  /** Loads the view that the address describes. */
  start(): Promise<void> {
    return this.#show(this.#state.view);
  }

  /** Performs a step: adds an entry to the browser's history and shows the new view. */
  async go(step: Step): Promise<void> {
    const view = step(this.#state.view);
    const query = formatView(view);
    if (query === formatView(this.#state.view)) return;
    this.#address.push(query);
    await this.#show(view);
  }

  /** Sets the entity or relation under the pointer. Null means none. */
  point(pointed: Selection | null): void {
    const { pointed: before } = this.#state;
    if (pointed?.id !== before?.id || pointed?.kind !== before?.kind) this.#set({ pointed });
  }

  /** Sets positions that this browser computed. They apply until the base changes. */
  arrange(points: ReadonlyMap<string, Point>): void {
    const { view, scene } = this.#state;
    this.#known = { base: baseKey(view), points };
    this.#set({ positions: place(scene, view, points, this.#stage()) });
  }

  async #show(view: View): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    const known = answersAtHand(view);
    if (known) return this.#draw(view, known);
    this.#set({ view, status: 'loading', fault: '', late: false });
    try {
      const answers = await answersTo(view, signal);
      if (!signal.aborted) this.#draw(view, answers);
    } catch (error) {
      if (signal.aborted) return;
      const fault = error instanceof ApiError ? error.message : 'Something went wrong on this page.';
      this.#set({ status: 'failed', fault, late: error instanceof ApiError && error.code === 'TIMEOUT' });
      if (!(error instanceof ApiError)) throw error;
    }
  }

  #draw(view: View, answers: Answers): void {
    const scene = sceneOf(view, answers);
    const stage = this.#stage();
    const before = this.#known.base === baseKey(view) ? this.#known.points : new Map<string, Point>();
    this.#known = { base: baseKey(view), points: new Map([...before, ...settle(scene, view, before, stage)]) };
    const pointed = isShown(this.#state.pointed, scene) ? this.#state.pointed : null;
    const positions = place(scene, view, this.#known.points, stage);
    this.#set({ view, scene, positions, status: 'ready', fault: '', late: false, pointed });
  }

  #set(change: Partial<State>): void {
    const before = this.#state;
    this.#state = { ...before, ...change };
    for (const listener of this.#listeners) listener(this.#state, before);
  }
}

const isShown = (one: Selection | null, { shownNodes, shownEdges }: Scene): boolean =>
  one !== null && (one.kind === 'node' ? shownNodes : shownEdges).has(one.id);

/** The base of a view whatever it filters: places are kept for it. */
const baseKey = (view: View): string => {
  const { base } = questionsOf(view);
  return base ? keyOf({ ...base, filter: UNFILTERED }) : '';
};

async function answersTo(view: View, signal: AbortSignal): Promise<Answers> {
  const { base, opened, paths } = questionsOf(view);
  const first = [base, ...opened.values(), paths].filter((question) => question !== null);
  await Promise.all(first.map((question) => answerTo(question, signal)));
  await Promise.all((jointsNeeded(view) ?? []).map((question) => answerTo(question, signal)));
  const answers = answersAtHand(view);
  if (!answers) throw new Error('the response was received, but it is no longer in the cache');
  return answers;
}

function jointsNeeded(view: View): Question[] | null {
  const { base, opened, paths } = questionsOf(view);
  const later = [paths, ...opened.values()].flatMap((question) => (question && answered(question)) ?? []);
  return jointsOf((base && answered(base)) ?? null, later, { asOf: view.asOf, filter: filterOf(view) });
}

/** The answers that a view needs; null unless all of them are kept. */
function answersAtHand(view: View): Answers | null {
  const { base, opened, paths } = questionsOf(view);
  const joints = jointsNeeded(view);
  const needed = [base, paths, ...opened.values(), ...(joints ?? [])];
  if (needed.some((question) => question && !answered(question))) return null;
  const given = (question: Question) => answered(question) as PictureData;
  return {
    base: base && given(base),
    opened: new Map([...opened].map(([id, question]) => [id, given(question)])),
    paths: paths && given(paths),
    joints: joints?.map(given) ?? null,
  };
}
