/**
 * The visible nodes as a list, for keyboard and screen reader users. The list is one tab stop. Only the rows near the
 * visible part exist as elements, so a list of 20,000 nodes is as fast as a list of 60.
 */
import { render } from 'preact';
import { KIND } from '../../../model/kinds.ts';
import { KindShape } from '../../../view/shape.tsx';
import { byId } from '../dom.ts';
import type { Explorer, State } from '../explorer.ts';
import type { SceneNode } from '../model/scene.ts';
import { closeNode, openNode, select } from '../view/steps.ts';

/** The height of a row in pixels, as in the style sheet. */
const ROW = 26;
const MARGIN = 10;
/** Milliseconds after which a letter begins a new word. */
const PAUSE_MS = 700;

export function showList(explorer: Explorer): void {
  const box = byId('nodes', HTMLElement);
  let nodes: readonly SceneNode[] = [];
  let active = 0;
  let focused = false;

  const drawRows = () => {
    const { view, scene } = explorer.state;
    const first = Math.max(0, Math.floor(box.scrollTop / ROW) - MARGIN);
    const last = Math.min(nodes.length, Math.ceil((box.scrollTop + box.clientHeight) / ROW) + MARGIN);
    const wanted = new Set([...Array(Math.max(0, last - first)).keys()].map((i) => first + i));
    if (nodes.length > 0) wanted.add(active);
    const rows = [...wanted].sort((a, b) => a - b).flatMap((i) => (nodes[i] ? { i, node: nodes[i] } : []));
    const look = { count: nodes.length, active: focused ? active : -1, selected: view.selected?.id ?? null };
    render(<Rows rows={rows} incidence={scene.incidence} {...look} />, box);
    if (nodes[active]) box.setAttribute('aria-activedescendant', rowId(active));
    else box.removeAttribute('aria-activedescendant');
  };

  const pointAt = (index: number) => {
    const node = nodes[index];
    explorer.point(node ? { kind: 'node', id: node.key } : null);
  };
  const moveTo = (index: number) => {
    if (nodes.length === 0) return;
    active = Math.min(Math.max(index, 0), nodes.length - 1);
    const top = active * ROW;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + ROW > box.scrollTop + box.clientHeight) box.scrollTop = top + ROW - box.clientHeight;
    drawRows();
    pointAt(active);
  };

  let typed = '';
  let typedAt = 0;
  const typeAhead = (letter: string) => {
    const now = performance.now();
    typed = now - typedAt > PAUSE_MS ? letter : typed + letter;
    typedAt = now;
    const same = [...typed].every((one) => one === typed[0]);
    const word = (same ? letter : typed).toLocaleLowerCase();
    const start = same || typed.length === 1 ? active + 1 : active;
    for (let i = 0; i < nodes.length; i++) {
      const at = (start + i) % nodes.length;
      if (nodes[at]?.label.toLocaleLowerCase().startsWith(word)) return moveTo(at);
    }
  };

  const page = () => Math.max(1, Math.floor(box.clientHeight / ROW) - 1);
  const here = (use: (id: string) => void) => () => {
    const node = nodes[active];
    if (node) use(node.key);
  };
  const read = here((id) => void explorer.go(select({ kind: 'node', id })));
  const keys: Record<string, () => void> = {
    ArrowDown: () => moveTo(active + 1),
    ArrowUp: () => moveTo(active - 1),
    Home: () => moveTo(0),
    End: () => moveTo(nodes.length - 1),
    PageDown: () => moveTo(active + page()),
    PageUp: () => moveTo(active - page()),
    Enter: read,
    ArrowRight: here((id) => void explorer.go(openNode(id))),
    ArrowLeft: here((id) => void explorer.go(closeNode(id))),
  };
  box.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const use = keys[event.key];
    if (!use && event.key.length !== 1) return;
    if (event.key === '/') return; // the key of the search box
    event.preventDefault();
    if (use) use();
    else typeAhead(event.key);
  });
  box.addEventListener('focus', () => {
    focused = true;
    moveTo(active);
  });
  box.addEventListener('blur', () => {
    focused = false;
    drawRows();
    explorer.point(null);
  });
  box.addEventListener('scroll', drawRows, { passive: true });
  const indexAt = (event: Event): number => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[role="option"]') : null;
    return row ? Number(row.dataset.index) : -1;
  };
  box.addEventListener('click', (event) => {
    const index = indexAt(event);
    if (index < 0) return;
    moveTo(index);
    read();
  });
  box.addEventListener('pointerover', (event) => {
    if (!focused) pointAt(indexAt(event));
  });
  box.addEventListener('pointerleave', () => {
    if (!focused) explorer.point(null);
  });
  new ResizeObserver(drawRows).observe(box);

  const follow = ({ scene, view }: State, before: State) => {
    if (scene === before.scene && view.selected === before.view.selected) return;
    const current = nodes[active]?.key;
    nodes = [...scene.shownNodes.values()];
    const wanted = view.selected !== before.view.selected ? view.selected?.id : current;
    const index = nodes.findIndex(({ key: id }) => id === wanted);
    active = index >= 0 ? index : Math.max(0, Math.min(active, nodes.length - 1));
    if (index >= 0 && view.selected !== before.view.selected) box.scrollTop = Math.max(0, (index - 2) * ROW);
    drawRows();
  };
  explorer.subscribe(follow);
}

const rowId = (index: number): string => `node-${index}`;

/** The rows near the visible part, in the room that all rows would take. */
const Rows = ({
  rows,
  count,
  active,
  selected,
  incidence,
}: {
  rows: readonly { i: number; node: SceneNode }[];
  count: number;
  active: number;
  selected: string | null;
  incidence: State['scene']['incidence'];
}) => (
  <div class="room" role="presentation" style={{ height: `${count * ROW}px` }}>
    {rows.map(({ i, node: { key, kind, label, degree } }) => (
      // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, and names the row in aria-activedescendant
      <div
        key={key}
        id={rowId(i)}
        class={i === active ? 'active' : undefined}
        role="option"
        data-index={i}
        aria-selected={key === selected}
        aria-setsize={count}
        aria-posinset={i + 1}
        style={{ transform: `translateY(${i * ROW}px)` }}
      >
        <KindShape kind={kind} />
        <span class="name">{label}</span>
        <span class="unseen">, {KIND[kind].words.one}, </span>
        <span class="about">
          {(incidence.get(key) ?? 0) < degree ? `${incidence.get(key) ?? 0} of ${degree}` : degree}
        </span>
        <span class="unseen"> relations</span>
      </div>
    ))}
  </div>
);
