/** The picture as data, without a browser. */
import { describe, expect, test } from 'vitest';
import { jsonOf } from '../../src/explorer/browser/exports/json.ts';
import { svgOf } from '../../src/explorer/browser/exports/svg.ts';
import { filterOf, UNFILTERED } from '../../src/explorer/browser/model/filter.ts';
import { groupsOf } from '../../src/explorer/browser/model/groups.ts';
import { highlightOf, namedEdges } from '../../src/explorer/browser/model/highlight.ts';
import { provisionName } from '../../src/explorer/browser/model/names.ts';
import { linesOf, nearestLine } from '../../src/explorer/browser/model/nearest.ts';
import type { PictureData } from '../../src/explorer/browser/model/picture-data.ts';
import { place } from '../../src/explorer/browser/model/place.ts';
import { jointsOf, questionsOf } from '../../src/explorer/browser/model/questions.ts';
import { NOTHING, sceneOf } from '../../src/explorer/browser/model/scene.ts';
import { changeInWords, noticeOf, sizeInWords } from '../../src/explorer/browser/model/summary.ts';
import {
  chooseVocabularies,
  closeNode,
  focusOn,
  openNode,
  pin,
  type Step,
  set,
  showWhole,
  toggleKind,
  toggleType,
} from '../../src/explorer/browser/view/steps.ts';
import { OPENING, type View } from '../../src/explorer/browser/view/view.ts';
import { KINDS } from '../../src/model/kinds/index.ts';
import type { EntityKind } from '../../src/model/kinds.ts';
import type { RelationType } from '../../src/model/relations.ts';
import { SHAPES, type Shape, svgPath } from '../../src/model/shapes.ts';

/** Nothing is left out, on any day. */
const ASKED = { asOf: null, filter: UNFILTERED };

const EXACT: PictureData['completeness'] = { exact: true, reasons: [], omittedNodes: 0 };

/** `a-b` is a relation from a to b; what stands first is an origin, and what `distances` does not say is one hop away. */
function answer(edges: string, more: Partial<PictureData> & { kinds?: Record<string, EntityKind> } = {}): PictureData {
  const pairs = edges.split(' ').map((pair) => pair.split('-') as [string, string]);
  const ids = [...new Set(pairs.flat())];
  return {
    nodes: ids.map((id, i) => ({
      ...{ key: id, label: id.toUpperCase(), kind: more.kinds?.[id] ?? 'TERM', degree: 10 - i },
      ...{ distance: i === 0 ? 0 : 1, x: null, y: null },
    })),
    edges: pairs.map(([source, target]) => ({ key: `${source}-${target}`, source, target, type: 'RELATED_TO' })),
    completeness: more.completeness ?? EXACT,
  };
}

const steps = (...all: readonly Step[]): View => all.reduce((view, step) => step(view), focusOn('a')(OPENING));
const shown = (view: View, base: PictureData, opened: Record<string, PictureData> = {}) =>
  [...sceneOf(view, { ...NOTHING, base, opened: new Map(Object.entries(opened)) }).shownNodes.keys()].sort().join('');

describe('expanding and collapsing', () => {
  const base = answer('a-b a-c b-d c-e');

  test('an expansion adds, further each time, and collapsing takes it back', () => {
    const view = steps(openNode('b'), openNode('b'));
    expect(view.opened).toEqual(['b', 'b']);
    expect(questionsOf(view).opened.get('b')).toMatchObject({ of: ['b'], depth: 1, limit: 2 * view.cap + 1 });
    expect(shown(view, base, { b: answer('b-x b-y') })).toBe('abcdexy');
    expect(closeNode('b')(view).opened).toEqual([]);
  });

  test('collapsing hides what hangs on it alone, and expanding shows it again', () => {
    const closed = steps(closeNode('b'));
    expect(shown(closed, base)).toBe('abce');
    expect(shown(closed, answer('a-b a-c b-d c-d'))).toBe('abcd'); // d is reached through c
    expect(shown(openNode('b')(closed), base)).toBe('abcde');
    expect(openNode('b')(closed)).toEqual(steps());
    expect(shown(steps(closeNode('a')), base)).toBe('a');
  });

  test('in the whole graph, too, where there is no origin', () => {
    const whole: View = { ...OPENING, base: { kind: 'whole', limit: 10 }, closed: ['b'] };
    expect(shown(whole, answer('a-b b-x b-y a-c c-b'))).toBe('abc');
    expect(shown(whole, answer('b-x b-y'))).toBe('b');
  });
});

describe('filters', () => {
  test('are part of every question: what is switched off is not answered', () => {
    const quiet = ['ALIAS_OF', 'MENTIONS'];
    expect(filterOf(steps())).toEqual({ ...UNFILTERED, excludeTypes: quiet });
    const { base, opened } = questionsOf(steps(openNode('b'), toggleKind('STANDARD'), toggleType('CITES')));
    expect(base?.filter.excludeTypes).toEqual([...quiet, 'CITES']);
    expect(base?.filter.kinds).not.toContain('STANDARD');
    expect(opened.get('b')?.filter).toEqual(base?.filter);
    expect(filterOf(steps(toggleType('MENTIONS'))).excludeTypes).toEqual(['ALIAS_OF']);
    expect(filterOf(steps(chooseVocabularies(['law']))).vocabularies).toEqual(['law']);
  });

  test('leave other names out of the whole graph, where they would be loose, but not around one', () => {
    expect(filterOf(showWhole(10)(OPENING)).kinds).not.toContain('ALIAS');
    expect(filterOf(focusOn('Alias:emr')(OPENING)).excludeTypes).toEqual(['MENTIONS']);
  });

  test('keep the places of what stays', () => {
    const view = steps();
    const before = place(sceneOf(view, { ...NOTHING, base: answer('a-b a-c a-d') }), view, new Map());
    const after = place(sceneOf(view, { ...NOTHING, base: answer('a-b a-d a-e') }), view, before);
    for (const id of ['a', 'b', 'd']) expect(after.get(id)).toEqual(before.get(id));
    expect(after.get('e')).toBeDefined();
  });

  test('nodes that nothing joins are not shown among the best connected', () => {
    const base = { ...answer('a-b'), nodes: [...answer('a-b').nodes, ...answer('c-d').nodes] };
    const whole = sceneOf({ ...OPENING, base: { kind: 'whole', limit: 10 } }, { ...NOTHING, base });
    expect([...whole.shownNodes.keys()]).toEqual(['a', 'b']);
    expect(sizeInWords(whole)).toBe('2 nodes, 1 relation; 2 nodes hidden for lack of relations in this picture.');
  });
});

describe('groups', () => {
  const typed = (data: PictureData, types: Record<string, RelationType>): PictureData => ({
    ...data,
    edges: data.edges.map((edge) => ({ ...edge, type: types[edge.key] ?? edge.type })),
  });

  test('say what nodes mean to the origin, the most telling relation first', () => {
    const base = typed(answer('a-b c-a a-c d-a c-e'), { 'a-b': 'CITES', 'c-a': 'DEFINES', 'd-a': 'EXCEPTION_TO' });
    const far = { ...base, nodes: base.nodes.map((node) => (node.key === 'e' ? { ...node, distance: 2 } : node)) };
    const { origins, groups } = groupsOf(sceneOf(steps(), { ...NOTHING, base: far }));
    expect(origins.map(({ key }) => key)).toEqual(['a']);
    expect(groups.map(({ name, nodes }) => [name, nodes.map(({ key }) => key).join('')])).toEqual([
      ['Defined in', 'c'],
      ['Exceptions', 'd'],
      ['Cites', 'b'],
      ['Further away', 'e'],
    ]);
  });

  test('have rows of their own: no two nodes on a side are at the same height', () => {
    const base = answer([...Array(20).keys()].map((i) => `a-n${i}`).join(' '));
    for (const stage of ['wide', 'narrow'] as const) {
      const points = place(sceneOf(steps(), { ...NOTHING, base }), steps(), new Map(), stage);
      points.delete('a');
      expect(new Set([...points.values()].map(({ x, y }) => `${x < 0} ${y}`)).size).toBe(20);
      if (stage === 'narrow') expect([...points.values()].every(({ x }) => x > 0)).toBe(true);
    }
  });
});

test('several relations between two nodes are one line', () => {
  const scene = sceneOf(steps(), { ...NOTHING, base: answer('a-b b-a a-c') });
  expect(scene.shownEdges.size).toBe(3);
  expect([...scene.lines.values()].map(({ edges }) => edges.map(({ key }) => key))).toEqual([['a-b', 'b-a'], ['a-c']]);
  expect(scene.lineOf.get('b-a')).toBe('a-b');
});

test('a provision is named by number and heading', () => {
  expect(provisionName('45 CFR 171.203', 'Security exception—When will an actor’s practice not be?')).toBe(
    '§ 171.203 Security exception',
  );
  expect(provisionName('45 CFR 171.102(Access)', 'Access')).toBe('§ 171.102(Access)');
  expect(provisionName('45 CFR 171.203(a)', null)).toBe('§ 171.203(a)');
});

describe('answers that come apart', () => {
  const ids = (from: number, count: number) => Array.from({ length: count }, (_, i) => `n${from + i}`);
  const star = (centre: string, others: string[]) => answer(others.map((id) => `${centre}-${id}`).join(' '));

  test('are joined: every pair of nodes that no answer knows together is in a question', () => {
    const [base, b, c] = [star('a', ids(0, 59)), star('n1', ids(100, 30)), star('n2', ids(200, 40))];
    const joints = jointsOf(base, [b, c], ASKED) ?? [];
    const asked = new Set(
      joints.flatMap((question) => {
        if (question.kind !== 'around') return [];
        expect(question.of.length).toBeLessThanOrEqual(50);
        expect(question.limit).toBe(question.of.length); // no room for anybody else
        return question.of.flatMap((one) => question.of.map((other) => `${one} ${other}`));
      }),
    );
    const later = [...ids(100, 30), ...ids(200, 40)];
    const pairs = later.flatMap((one) =>
      [...base.nodes.map(({ key: id }) => id), ...later].map((other) => `${one} ${other}`),
    );
    expect(pairs.filter((pair) => !asked.has(pair))).toEqual([]);
  });

  test('need nothing where one answer holds all, and say when too much would be needed', () => {
    const base = star('a', ids(0, 10));
    expect(jointsOf(base, [], ASKED)).toEqual([]);
    expect(jointsOf(base, [star('a', ids(0, 5))], ASKED)).toEqual([]);
    expect(jointsOf(star('a', ids(0, 1_900)), [star('n1', ids(5_000, 100))], ASKED)).toBeNull();
    const scene = sceneOf(steps(), { ...NOTHING, base, joints: null });
    expect(noticeOf(scene)).toContain('may be missing');
  });
});

describe('places', () => {
  const base = answer('a-b a-c b-d');

  test('are the same for the same view, apart from each other, and near what was expanded', () => {
    const view = steps(openNode('b'));
    const answers = { ...NOTHING, base, opened: new Map([['b', answer('b-x b-y b-z')]]) };
    const [one, again] = [
      place(sceneOf(view, answers), view, new Map()),
      place(sceneOf(view, answers), view, new Map()),
    ];
    expect(one).toEqual(again);
    const points = [...one.values()];
    for (const [i, p] of points.entries()) {
      for (const q of points.slice(i + 1)) expect(Math.hypot(p.x - q.x, p.y - q.y)).toBeGreaterThan(0.5);
    }
    const away = (id: string, from: string) => {
      const [p, q] = [one.get(id), one.get(from)];
      return Math.hypot((p?.x ?? 0) - (q?.x ?? 0), (p?.y ?? 0) - (q?.y ?? 0));
    };
    for (const id of ['x', 'y', 'z']) expect(away(id, 'b')).toBeLessThan(away(id, 'c'));
  });

  test('are the server’s where it gives them; pins come before all', () => {
    const given: PictureData = { ...base, nodes: base.nodes.map((node, i) => ({ ...node, x: i, y: -i })) };
    const view = steps(pin({ id: 'c', x: 7, y: 8 }));
    const scene = sceneOf(view, { ...NOTHING, base: given });
    const points = place(scene, view, new Map());
    expect(points.get('d')).toEqual({ x: 3, y: -3 });
    expect(place(scene, view, new Map([...points, ['b', { x: 5, y: 5 }]])).get('b')).toEqual({ x: 5, y: 5 });
    expect(points.get('c')).toEqual({ x: 7, y: 8 });
    expect(set({ layout: 'CIRCLE' })(view).pins).toEqual([]);
  });
});

describe('words', () => {
  const cut: PictureData['completeness'] = { exact: false, reasons: ['LIMIT'], omittedNodes: 1_234 };

  test('say how much is shown, and what was left out', () => {
    const opened = new Map([['b', answer('b-x', { completeness: { ...cut, omittedNodes: 1 } })]]);
    const scene = sceneOf(steps(), { ...NOTHING, base: answer('a-b', { completeness: cut }), opened });
    expect(sizeInWords(scene)).toBe('3 nodes, 2 relations.');
    expect(noticeOf(scene)).toBe(
      'Incomplete: at least 1,234 nodes omitted, because the limit was reached; at least 1 node omitted around B, because the limit was reached.',
    );
    expect(noticeOf(sceneOf(steps(), { ...NOTHING, base: answer('a-b') }))).toBe('');
  });

  test('say what changed', () => {
    const scene = (edges: string) => sceneOf(steps(), { ...NOTHING, base: answer(edges) });
    expect(changeInWords(scene('a-b'), scene('a-b a-c a-d'))).toBe('2 nodes added: C, D. 4 nodes in view.');
    expect(changeInWords(scene('a-b a-c'), scene('a-b'))).toBe('1 node removed. 2 nodes in view.');
    expect(changeInWords(scene('a-b'), scene('a-b b-a'))).toBe('1 relation added. 2 nodes in view.');
    expect(changeInWords(scene('a-b'), scene('a-b'))).toBe('');
  });
});

test('what is pointed at stands out with its neighbors or ends, else the path', () => {
  const base = answer('a-b a-c c-d');
  const path = { nodes: ['a', 'c'], edges: base.edges.filter(({ key: id }) => id === 'a-c') };
  const scene = sceneOf(steps(), { ...NOTHING, base, paths: { ...answer('a-c'), paths: [path] } });
  expect([...(highlightOf(scene, { kind: 'node', id: 'c' })?.nodes ?? [])].sort()).toEqual(['a', 'c', 'd']);
  expect([...(highlightOf(scene, { kind: 'edge', id: 'c-d' })?.nodes ?? [])]).toEqual(['c', 'd']);
  expect([...(highlightOf(scene, null)?.nodes ?? [])]).toEqual(['a', 'c']);
  const plain = sceneOf(steps(), { ...NOTHING, base });
  expect(highlightOf(plain, null)).toBeNull();
  expect([...namedEdges(plain, { ...steps(), selected: { kind: 'node', id: 'c' } }, null)]).toEqual(['a-c', 'c-d']);
});

test('the line that is meant is the nearest within reach, and ends where its ends are', () => {
  const at = new Map([
    ['a', { x: 0, y: 0 }],
    ['b', { x: 10, y: 0 }],
    ['c', { x: 10, y: 10 }],
  ]);
  const lines = linesOf(answer('a-b b-c c-c a-elsewhere').edges, at);
  expect(lines.ids).toEqual(['a-b', 'b-c', 'c-c']);
  expect(nearestLine(lines, { x: 5, y: 0.9 }, 1)).toBe('a-b');
  expect(nearestLine(lines, { x: 9.5, y: 4 }, 1)).toBe('b-c');
  expect(nearestLine(lines, { x: 5, y: 1.1 }, 1)).toBeNull();
  expect(nearestLine(lines, { x: -1.1, y: 0 }, 1)).toBeNull();
  expect(nearestLine(linesOf([], at), { x: 0, y: 0 }, 1)).toBeNull();
});

describe('exports', () => {
  const base = answer('a-<b> a-c', { kinds: { c: 'STATUTE' } });
  const view = steps();
  const scene = sceneOf(view, { ...NOTHING, base });
  const state = {
    ...{ view, scene, positions: place(scene, view, new Map()) },
    ...({ status: 'ready', fault: '', late: false, pointed: null } as const),
  };
  const colors = new Proxy({}, { get: () => '#123456', ownKeys: () => [] }) as never;
  const theme = { kinds: colors, families: colors, paper: '#fff', ink: '#000', faint: '#888', muted: '#888' };

  test('as JSON hold what is shown', () => {
    const picture = JSON.parse(jsonOf(state));
    expect(picture.view).toBe('?of=a&see=a');
    expect(picture.completeness).toEqual({ exact: true, leftOut: [], hidden: 0 });
    expect(picture.nodes.map(({ id }: { id: string }) => id)).toEqual(['a', '<b>', 'c']);
    expect(picture.edges).toHaveLength(2);
  });

  test('as SVG draw each kind by its shape, and text stays text', () => {
    const svg = svgOf(state, theme);
    expect(svg.match(/<path class="(TERM|STATUTE)" /g)).toHaveLength(3);
    expect(svg).toContain('&lt;B&gt;');
    expect(svg).not.toContain('<B>');
  });
});

test('no two kinds have the same shape, and all are convex, as the shader needs', () => {
  expect(new Set(KINDS.map(({ shape }) => svgPath(shape, 10))).size).toBe(KINDS.length);
  for (const { corners } of Object.values<Shape>(SHAPES)) {
    for (const [i, [x, y]] of (corners ?? []).entries()) {
      const at = (n: number) => corners?.[(i + n) % corners.length] ?? [0, 0];
      const [[bx, by], [cx, cy]] = [at(1), at(2)];
      expect((bx - x) * (cy - by) - (by - y) * (cx - bx)).toBeGreaterThan(0);
    }
  }
});
