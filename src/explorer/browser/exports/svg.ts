/** Converts the picture to SVG with the stage's shapes, colors, and names, and with a legend. Pure. */
import { escapeUTF8 } from 'entities/escape';
import { ENTITY_KINDS, KIND } from '../../../model/kinds.ts';
import { RELATIONS } from '../../../model/relations.ts';
import { svgPath } from '../../../model/shapes.ts';
import { withMarks } from '../../../prose/hidden.ts';
import type { State } from '../explorer.ts';
import { around, type Box, free } from '../model/boxes.ts';
import { extentOf } from '../model/place.ts';
import type { SceneNode } from '../model/scene.ts';
import { sizeOf } from '../model/size.ts';
import { noticeOf, sizeInWords } from '../model/summary.ts';
import type { Theme } from '../render/theme.ts';

const WIDTH = 1_600;
const MARGIN = 70;
const FOOT = 70;
/** At most this many names; more would cover the picture. */
const MOST_NAMES = 400;
/** The approximate width of a letter and height of a line, in pixels. */
const LETTER = 7;
const LINE = 16;

export function svgOf(state: State, theme: Theme): string {
  const { scene, positions } = state;
  const { height, at } = frame(state);
  const count = scene.shownNodes.size;
  const lines = [...scene.lines.values()].map(({ source, target, type, edges }) => {
    const [a, b] = [at(positions.get(source)), at(positions.get(target))];
    const words = edges.map(
      (edge) => `${label(state, edge.source)} ${RELATIONS[edge.type].label} ${label(state, edge.target)}`,
    );
    return `<path class="${RELATIONS[type].family}" d="M${a.x} ${a.y}L${b.x} ${b.y}"><title>${escaped(words.join('; '))}</title></path>`;
  });
  const nodes = [...scene.shownNodes.values()].map((node) => {
    const { x, y } = at(positions.get(node.key));
    return `<path class="${node.kind}" d="${svgPath(KIND[node.kind].shape, sizeOf(node, count) * 1.3, x, y)}"><title>${escaped(`${node.label} (${KIND[node.kind].words.one})`)}</title></path>`;
  });
  const names = namesOf(state, (id) => at(positions.get(id)), { width: WIDTH, height });
  const foot = `${sizeInWords(scene)} ${noticeOf(scene)}`.trim();
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height + FOOT}" width="${WIDTH}" height="${height + FOOT}" role="img" aria-label="${escaped(foot)}">
<style>${style(theme)}</style>
<rect width="100%" height="100%" fill="${theme.paper}"/>
<g class="lines">
${lines.join('\n')}
</g>
<g class="nodes">
${nodes.join('\n')}
</g>
<g class="names">
${names.join('\n')}
</g>
<g class="names">
${legend(state, height)}
<text x="20" y="${height + FOOT - 14}">${escaped(foot)}</text>
</g>
</svg>
`;
}

/** Names the best connected nodes first; a node whose name does not fit has only a tooltip. */
function namesOf(
  { scene }: State,
  at: (id: string) => { x: number; y: number },
  size: { width: number; height: number },
): string[] {
  const nodes = [...scene.shownNodes.values()].sort((a, b) => b.degree - a.degree);
  const radius = (node: SceneNode) => sizeOf(node, nodes.length) * 1.3;
  const taken: Box[] = nodes.slice(0, MOST_NAMES).map((node) => {
    const [{ x, y }, r] = [at(node.key), radius(node) * 0.8];
    return { x: x - r, y: y - r, width: 2 * r, height: 2 * r };
  });
  return nodes.slice(0, MOST_NAMES).flatMap((node) => {
    const { x, y } = at(node.key);
    const box = free(around(x, y, radius(node), withMarks(node.label).length * LETTER, LINE), taken, size, false);
    if (!box) return [];
    taken.push(box);
    return [`<text x="${round(box.x)}" y="${round(box.y + LINE - 3)}">${escaped(node.label)}</text>`];
  });
}

function frame({ scene, positions }: State) {
  const points = [...scene.shownNodes.keys()].map((id) => positions.get(id) ?? { x: 0, y: 0 });
  const { left, right, bottom, top } = extentOf(points);
  const scale = (WIDTH - 2 * MARGIN - 160) / Math.max(right - left, (top - bottom) * 0.8, 1e-9);
  return {
    height: Math.round((top - bottom) * scale + 2 * MARGIN),
    at: (point: { x: number; y: number } = { x: 0, y: 0 }) => ({
      x: round(MARGIN + (point.x - left) * scale),
      y: round(MARGIN + (top - point.y) * scale),
    }),
  };
}

function style({ kinds, families, ink, paper }: Theme): string {
  return [
    `text{font:13px system-ui,sans-serif;fill:${ink};stroke:${paper};stroke-width:3px;paint-order:stroke}`,
    '.lines path{fill:none;stroke-width:1;stroke-opacity:.5}.nodes path,.legend{fill-rule:evenodd}',
    ...Object.entries(families).map(([family, color]) => `.${family}{stroke:${color}}`),
    ...Object.entries(kinds).map(([kind, color]) => `.${kind}{fill:${color}}`),
  ].join('');
}

function legend({ scene }: State, height: number): string {
  const present = ENTITY_KINDS.filter((kind) => scene.kinds[kind] > 0);
  return present
    .map((kind, i) => {
      const x = 30 + i * 150;
      return `<path class="${kind} legend" d="${svgPath(KIND[kind].shape, 7, x, height + 16)}"/><text x="${x + 14}" y="${height + 20}">${KIND[kind].words.many} (${scene.kinds[kind]})</text>`;
    })
    .join('\n');
}

const label = ({ scene }: State, id: string): string => scene.shownNodes.get(id)?.label ?? id;
const round = (value: number): number => Math.round(value * 10) / 10;

/** Escapes text for XML. Invisible characters become marks; other characters that XML does not allow become spaces. */
const escaped = (text: string): string => escapeUTF8(withMarks(text).replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' '));
