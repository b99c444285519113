/** Keeps the panel in sync with the selection, and queries the server for its content. */
import { ApiError } from '../api/client.ts';
import {
  type Contents,
  type EdgeReading,
  type Law,
  type Reading,
  readEdge,
  readEntity,
  readLaw,
} from '../api/reading.ts';
import type { Explorer, State } from '../explorer.ts';

/** The components that render CommonMark. */
export type MarkdownModule = typeof import('../../../view/markdown.tsx');

/** An entity and its content on a date. */
export interface EntitySubject {
  is: 'entity';
  reading: Reading;
  /** The legal text. Null for other kinds of entities, and for a provision that does not exist on the date. */
  law: Law | Contents | null;
  /** The date, or null for today. */
  asOf: string | null;
  /** Renders CommonMark. The parser is large, so it is loaded when the first entity is opened. */
  markdown: MarkdownModule;
}

/** The items that the panel can show. */
export type Subject =
  | { is: 'nothing' | 'loading' | 'paths' }
  | EntitySubject
  | { is: 'relation'; reading: EdgeReading }
  | { is: 'fault'; title: string; words: string; again?: () => void };

/** The item in the panel. Items with the same key are the same entity or relation on other dates. */
export interface Shown {
  key: string;
  subject: Subject;
  /** The words that screen readers announce. */
  words: string;
}

/**
 * Follows the selection and the date.
 *
 * @param show shows an item
 * @param busy reports that the next item is being loaded
 */
export function followSubject(explorer: Explorer, show: (shown: Shown) => void, busy: () => void): void {
  let asking = new AbortController();
  let wanted = '';

  const follow = async (state: State) => {
    const { view, scene } = state;
    const { selected, asOf } = view;
    const arePaths = selected === null && scene.paths.length > 0;
    const key = JSON.stringify([selected, arePaths ? [view.from, view.to] : null]);
    if (wanted === key + asOf) return;
    wanted = key + asOf;
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    if (selected === null) return show({ key, subject: { is: arePaths ? 'paths' : 'nothing' }, words: '' });
    busy();
    try {
      const found =
        selected.kind === 'edge'
          ? await relationShown(state, selected.id, signal)
          : await entityShown(selected.id, asOf, signal);
      if (!signal.aborted) show({ key, ...found });
    } catch (error) {
      if (signal.aborted) return;
      wanted = '';
      if (!(error instanceof ApiError)) throw error;
      const again = () => void follow(explorer.state);
      show({ key, ...fault('Cannot be loaded right now', error.message, again) });
    }
  };

  explorer.subscribe((state, before) => {
    if (
      state.status !== 'loading' &&
      (state.view !== before.view || state.scene !== before.scene || before.status === 'loading')
    )
      void follow(state);
  });
}

type Found = Omit<Shown, 'key'>;

const fault = (title: string, words: string, again?: () => void): Found => ({
  subject: { is: 'fault', title, words, ...(again && { again }) },
  words: words === '' ? `${title}.` : words,
});

async function entityShown(id: string, asOf: string | null, signal: AbortSignal): Promise<Found> {
  const [reading, markdown] = await Promise.all([readEntity(id, asOf, signal), import('../../../view/markdown.tsx')]);
  if (!reading) return fault('Not found', '');
  const law = 'regulationLevel' in reading ? await readLaw(reading, asOf, signal) : null;
  return { subject: { is: 'entity', reading, law, asOf, markdown }, words: `${reading.label} is open.` };
}

async function relationShown({ scene, view }: State, id: string, signal: AbortSignal): Promise<Found> {
  const edge = scene.shownEdges.get(id);
  const reading = edge ? await readEdge(edge, view.asOf, signal) : null;
  if (!reading) return fault('Not in this picture', '');
  const words = `The relation between ${reading.source.label} and ${reading.target.label} is open.`;
  return { subject: { is: 'relation', reading }, words };
}
