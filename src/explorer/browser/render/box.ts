/** The part of the plane that the stage shows. */
import type { State } from '../explorer.ts';
import { extentOf } from '../model/place.ts';
import { isByMeaning } from '../model/questions.ts';

/** Ranges of the picture's own units. */
interface Range {
  x: [number, number];
  y: [number, number];
}

/** The room in pixels that names need beside a picture by meaning. */
const NAME_ROOM = 165;

/**
 * The box of a picture. In a picture grouped by meaning, the box has space for names on both sides, or on the right if
 * the stage is narrow.
 */
export function boxOf(state: State, stage: HTMLElement): Range | null {
  const box = boxAround(state);
  if (box === null || !isByMeaning(state.view)) return box;
  const [height, pixels] = [box.y[1] - box.y[0], Math.max(1, stage.clientHeight)];
  if (box.x[0] >= 0) return { ...box, x: [0, Math.max(box.x[1], (height * stage.clientWidth) / pixels)] };
  const room = (height * NAME_ROOM) / pixels;
  return { ...box, x: [box.x[0] - room, box.x[1] + room] };
}

function boxAround({ scene, view, positions }: State): Range | null {
  if (scene.shownNodes.size === 0) return null;
  const points = [...scene.shownNodes.keys()].map((id) => positions.get(id) ?? { x: 0, y: 0 });
  const { left, right, bottom, top } = extentOf(points);
  const room = left === right && bottom === top ? 1 : 0;
  const above = isByMeaning(view) ? 0.5 : 0; // the name of the first group
  return { x: [left - room, right + room], y: [bottom - room, top + room + above] };
}
