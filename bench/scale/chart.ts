/**
 * `npm run --silent bench:scale:chart -- FILE > chart.svg`: draws the ratios over L at the largest size from the file of a run. The
 * colors follow the theme of the page.
 */
import { readFileSync } from 'node:fs';
import type { RunResult, WorkResult } from './result.ts';
import type { Way } from './servers.ts';

const BAR = 14;
const GROUP = 64;
const HEIGHT = 120;
const LEFT = 48;
const TITLE = 28;
const BETWEEN = 60;
const COLORS: Partial<Record<Way, string>> = { peer: '#8c8c8c', glossograph: '#1d6fb8' };
const NAMES: Partial<Record<Way, string>> = { peer: '@neo4j/graphql', glossograph: 'Glossograph' };

const [file = ''] = process.argv.slice(2);
const { sizes }: RunResult = JSON.parse(readFileSync(file, 'utf8'));
const size = sizes.at(-1);
if (size === undefined) throw new Error('the file contains no size');
const width = LEFT + GROUP * size.works.length + 12;
const panels = [
  panel(
    0,
    'Latency at one client, over the statement by hand (lower is better)',
    (work, way) => work.oneClient?.[way]?.pairedRatio,
  ),
  panel(
    1,
    'Throughput at 32 clients, over the statement by hand (higher is better)',
    (work, way) => work.manyClients?.[way]?.pairedRatio,
  ),
];
console.log(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${2 * (HEIGHT + BETWEEN) + TITLE}" role="img" font-family="sans-serif" font-size="11">
<title>Ratios over a statement written by hand, at ${size.terms.toLocaleString('en-US')} terms</title>
<style>text{fill:#1f2328}line{stroke:#8c8c8c}@media(prefers-color-scheme:dark){text{fill:#e6edf3}}</style>
${legend()}
${panels.join('\n')}
</svg>`);

function panel(at: number, title: string, figure: (work: WorkResult, way: Way) => number | undefined): string {
  const works = size?.works ?? [];
  const top = TITLE + at * (HEIGHT + BETWEEN) + 20;
  const all = works.flatMap((work) => [figure(work, 'peer') ?? 0, figure(work, 'glossograph') ?? 0]);
  const most = Math.max(1.2, Math.min(4, ...[Math.max(...all)]));
  const yOf = (value: number) => top + HEIGHT - (Math.min(value, most) / most) * HEIGHT;
  const bars = works.flatMap((work, i) => {
    const x = LEFT + i * GROUP + 8;
    const drawn = (['peer', 'glossograph'] as const).map((way, nth) => {
      const value = figure(work, way);
      if (value === undefined) return '';
      const left = x + nth * (BAR + 6);
      return `<rect x="${left}" y="${yOf(value).toFixed(1)}" width="${BAR}" height="${(top + HEIGHT - yOf(value)).toFixed(1)}" fill="${COLORS[way]}"/><text x="${left + BAR / 2}" y="${(yOf(value) - 3).toFixed(1)}" text-anchor="middle" font-size="9">${value.toFixed(2)}</text>`;
    });
    return [...drawn, `<text x="${x + BAR + 3}" y="${top + HEIGHT + 14}" text-anchor="middle">${work.key}</text>`];
  });
  const line = `<line x1="${LEFT}" x2="${width - 8}" y1="${yOf(1).toFixed(1)}" y2="${yOf(1).toFixed(1)}" stroke-dasharray="3 3"/>`;
  const label = `<text x="${LEFT - 6}" y="${(yOf(1) + 4).toFixed(1)}" text-anchor="end">1.0</text>`;
  return [`<text x="8" y="${top - 14}">${title}</text>`, line, label, ...bars].join('\n');
}

function legend(): string {
  return (['peer', 'glossograph'] as const)
    .map(
      (way, i) =>
        `<rect x="${8 + i * 130}" y="6" width="10" height="10" fill="${COLORS[way]}"/><text x="${22 + i * 130}" y="15">${NAMES[way]}</text>`,
    )
    .join('');
}
