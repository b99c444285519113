/** A kind is described once: whatever shows kinds follows from the descriptor, and shows the same. */
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { sitemap } from '../../cypher/sitemap/index.ts';
import { kindValues } from '../../schema/enums.ts';
import { svgOf } from '../../src/explorer/browser/exports/svg.ts';
import { place } from '../../src/explorer/browser/model/place.ts';
import { NOTHING, sceneOf } from '../../src/explorer/browser/model/scene.ts';
import { focusOn } from '../../src/explorer/browser/view/steps.ts';
import { OPENING } from '../../src/explorer/browser/view/view.ts';
import { bundle } from '../../src/explorer/bundle.ts';
import { kindLegend } from '../../src/explorer/shell.ts';
import { gexf } from '../../src/export/gexf.ts';
import { NODE_PROPERTIES, nodeColumns } from '../../src/model/columns.ts';
import { describeKind, entityRecord } from '../../src/model/kinds/descriptor.ts';
import { EntityRecord, KINDS } from '../../src/model/kinds/index.ts';
import { kindStyles } from '../../src/model/kinds/styles.ts';
import { kindOf, kindOfLabel } from '../../src/model/kinds.ts';
import { plainJsonLd } from '../../src/pages/json-ld.ts';
import { Picture } from '../../src/pages/neighborhood.tsx';
import { sitemapIndex } from '../../src/pages/sitemap.ts';
import { STYLESHEET } from '../../src/pages/stylesheet.ts';
import { addressOf } from '../../src/view/address.ts';
import { streamed } from '../export/any-graph.ts';

test('a made-up kind appears in the enum, export columns, legend, colors, sitemap and JSON-LD by its descriptor alone', () => {
  const KITE = describeKind('KITE', {
    description: 'A thing that flies on a string.',
    shape: 'hexagon',
    color: { light: '#123456', dark: '#abcdef' },
    example: 'Kite:red',
    schemaType: 'Product',
    plain: { facts: { span: 'Span' }, jsonLd: ({ label, facts }) => ({ name: label, width: facts.span, url: null }) },
  });
  const KiteRecord = entityRecord('KITE', () => ({ span: z.int(), tails: z.array(z.string()).exactOptional() }));
  const kinds = [...KINDS, KITE];

  expect(Object.keys(kindValues(kinds))).toEqual([...KINDS.map(({ kind }) => kind), 'KITE']);
  expect(kindValues(kinds).KITE).toEqual({ description: 'A thing that flies on a string.' });
  expect(nodeColumns([...EntityRecord.options, KiteRecord])).toEqual({
    ...NODE_PROPERTIES,
    span: 'integer',
    tails: 'strings',
  });
  expect(kindLegend(kinds)).toMatch(/data-kind="KITE".*class="fill-kite".*<span class="name">Kites<\/span>/);
  expect(kindStyles(kinds)).toMatch(/--kind-kite:#123456[\s\S]*--kind-kite:#abcdef[\s\S]*\.fill-kite\{/);
  expect(sitemap.counts(kinds).text).toContain('COUNT { (:Kite) } AS KITE');
  const index = sitemapIndex('https://kites.example', { KITE: 10_001 }, kinds);
  expect([...index.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address)).toEqual([
    'https://kites.example/sitemap/site-1.xml',
    'https://kites.example/sitemap/kite-1.xml',
    'https://kites.example/sitemap/kite-2.xml',
  ]);
  const red = { id: 'Kite:red', label: 'Red', summary: null, url: null, aliases: [], facts: { span: 3 } };
  expect(plainJsonLd(KITE, red)).toEqual({
    ...{ '@context': 'https://schema.org', '@type': 'Product', '@id': 'urn:glossograph:kite:red' },
    ...{ name: 'Red', width: 3 },
  });
  expect(() => nodeColumns([...EntityRecord.options, entityRecord('KITE', () => ({ level: z.int() }))])).toThrow(
    /level: has the type string in one record and the type integer in another/,
  );
});

test('an unknown kind is an error, never a term', () => {
  expect(kindOf('Kite:red')).toBeNull();
  expect(() => kindOfLabel('Kite')).toThrow('"Kite" is not the label of a kind');
  expect(() => addressOf('Kite:red')).toThrow('"Kite:red" is not the id of an entity');
});

/** A node of each kind, connected with the first. */
const nodes = KINDS.map(({ kind, label, example }, i) => ({
  ...{
    id: example,
    key: example,
    kind,
    label: `One ${label}`,
    degree: i + 1,
    distance: i === 0 ? 0 : 1,
    x: null,
    y: null,
  },
}));
const [{ id: first } = { id: '' }, ...others] = nodes;
const edges = others.map(({ id }) => ({ id, key: id, source: first, target: id, type: 'ABOUT' as const }));
const completeness = { exact: true, reasons: [], omittedNodes: 0 };

/** The colors of kinds in a style sheet, light then dark. */
const colorsIn = (css: string): string[] => [...css.matchAll(/--kind-\w+: ?(#\w+)/g)].map(([, color = '']) => color);

/** An outline without its size and place: corners around their middle, or the radii of circles to each other. */
function outline(path: string): string {
  const numbers = (text: string) => (text.match(/-?[\d.]+/g) ?? []).map(Number);
  const share = (value: number, of: number) => Math.round((value / of) * 20) / 20 + 0;
  if (path.includes('a')) {
    const radii = [...path.matchAll(/a([\d.]+)/g)].map(([, radius]) => Number(radius));
    return `circles ${radii.map((radius) => share(radius, radii[0] ?? 1))}`;
  }
  const corners = path.split('L').map(numbers) as [number, number][];
  const middle = (axis: 0 | 1) => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length;
  const [x, y] = [middle(0), middle(1)];
  const radius = Math.max(...corners.map((corner) => Math.hypot(corner[0] - x, corner[1] - y)));
  return corners.map((corner) => `${share(corner[0] - x, radius)},${share(corner[1] - y, radius)}`).join(' ');
}

test('every kind has the same words, shape and color on pages, in the explorer, in saved pictures and in GEXF', async () => {
  const { files, style } = await bundle();
  const explorerColors = colorsIn(Buffer.from(files.get(style) ?? []).toString());
  const pageColors = colorsIn(STYLESHEET);
  expect(explorerColors).toHaveLength(2 * KINDS.length);
  expect(pageColors).toEqual(explorerColors);

  const view = focusOn(first)(OPENING);
  const scene = sceneOf(view, { ...NOTHING, base: { nodes, edges, completeness } as never });
  const colors = new Proxy({}, { get: () => '#000000', ownKeys: () => [] }) as never;
  const light = Object.fromEntries(KINDS.map(({ kind }, i) => [kind, explorerColors[i]]));
  const saved = svgOf(
    { view, scene, positions: place(scene, view, new Map()), status: 'ready', fault: '', late: false, pointed: null },
    { kinds: light as never, families: colors, paper: '#fff', ink: '#000', faint: '#888', muted: '#00f' },
  );
  const page = render(h(Picture, { surroundings: { nodes, edges, completeness } as never }));
  const legend = kindLegend();
  let exported = '';
  const graph = streamed({
    ...{ sources: [], edges: [] },
    nodes: nodes.map(({ id, kind, label, degree }) => ({ id, kind, label, degree, properties: {} })),
  });
  const positions = async () => new Map(nodes.map(({ id }, i) => [id, { x: i / 10, y: -1 }]));
  for await (const piece of gexf.write({ ...graph, positions })) exported += piece;

  const outlines = new Set<string>();
  for (const [i, { kind, words }] of KINDS.entries()) {
    const fill = `fill-${kind.toLowerCase()}`;
    const [, pageShape = '', pageWord] =
      new RegExp(`<li><svg[^>]*><path class="${fill}"[^>]* d="([^"]*)"></path></svg> ([^<]*)</li>`).exec(page) ?? [];
    const [, legendShape = '', legendWord] =
      new RegExp(`<path class="${fill}"[^>]* d="([^"]*)"/></svg><span class="name">([^<]*)<`).exec(legend) ?? [];
    const [, savedShape = '', savedWord] =
      new RegExp(`<path class="${kind} legend" d="([^"]*)"/><text[^>]*>(.*?) \\(1\\)</text>`).exec(saved) ?? [];
    const [, drawnShape = '', drawnWord] =
      new RegExp(`<path class="${kind}" d="([^"]*)"><title>[^<]*\\((.*?)\\)</title>`).exec(saved) ?? [];
    expect([pageWord, drawnWord]).toEqual([words.one, words.one]);
    expect([legendWord, savedWord]).toEqual([words.many, words.many]);

    const shapes = [pageShape, legendShape, savedShape, drawnShape].map(outline);
    expect([kind, new Set(shapes).size]).toEqual([kind, 1]);
    outlines.add(shapes[0] ?? '');

    const [, node = ''] =
      new RegExp(`<attvalue for="kind" value="${kind}"/></attvalues>(.*?)</node>`).exec(exported) ?? [];
    const [, r, g, b] = /<viz:color r="(\d+)" g="(\d+)" b="(\d+)"\/>/.exec(node) ?? [];
    const hex = `#${[r, g, b].map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
    expect([kind, hex]).toEqual([kind, explorerColors[i]]);
    expect(saved).toContain(`.${kind}{fill:${explorerColors[i]}}`);
    expect(node).toContain(`<viz:position x="${(i * 100).toFixed(1)}" y="-1000.0" z="0"/>`);
    expect(node).toContain(`<viz:size value="${(4 + 2 * Math.sqrt(i + 1)).toFixed(1)}"/>`);
  }
  expect(outlines.size).toBe(KINDS.length);
  expect(new Set(explorerColors).size).toBe(2 * KINDS.length);
});
