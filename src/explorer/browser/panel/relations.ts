/** The relations of an entity, grouped by how they read from it, with evidence and days. */
import { groupBy } from '../../../model/group.ts';
import { ApiError } from '../api/client.ts';
import { type Reading, type Relation, type RelationPage, relationPage } from '../api/reading.ts';
import { h } from '../dom.ts';
import type { Explorer } from '../explorer.ts';
import { counted } from '../model/summary.ts';
import { say } from '../parts/say.ts';
import { entityLink, evidenceList, knownDays } from './pieces.ts';

export function relationsOf(explorer: Explorer, reading: Reading): HTMLElement {
  const asOf = explorer.state.view.asOf;
  const groups = h('div');
  const known: Relation[] = [];
  const button = h('button', { type: 'button' }, 'More relations');
  let after: string | null = null;
  const add = ({ edges, pageInfo }: RelationPage) => {
    known.push(...edges);
    after = pageInfo.endCursor;
    button.hidden = !pageInfo.hasNextPage;
    groups.replaceChildren(...grouped(explorer, known));
  };
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      add(await relationPage({ id: reading.id, asOf, after, types: null }));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      say(error.message);
    } finally {
      button.disabled = false;
    }
  });
  add(reading.relations);
  const { totalCount } = reading.relations;
  return h('section', {}, h('h3', {}, counted(totalCount, 'relation')), groups, button);
}

function grouped(explorer: Explorer, relations: readonly Relation[]): HTMLElement[] {
  return [...groupBy(relations, ({ label }) => label)].map(([label, members]) =>
    h(
      'details',
      { class: 'group' },
      h('summary', {}, `${label} (${members.length})`),
      h('ul', {}, ...members.map((relation) => rowOf(explorer, relation))),
    ),
  );
}

function rowOf(explorer: Explorer, { node, evidence, ...days }: Relation): HTMLElement {
  const when = knownDays(days);
  return h(
    'li',
    {},
    entityLink(explorer, node),
    when === '' ? null : h('span', { class: 'kind' }, ` ${when}`),
    h('details', { class: 'why' }, h('summary', { 'aria-label': `Why ${node.label}` }, 'Why'), evidenceList(evidence)),
  );
}
