/** The index of statutes. */
import { document } from '../../../schema/document.ts';
import { addressOf } from '../../view/address.ts';
import { countOf, Entries, Pager } from '../../view/entries.tsx';
import type { SitePage } from '../page.ts';
import { afterIn, firstOf, nextOf, PAGE } from './lists.ts';

const STATUTES = document(`
query Statutes($first: Int!, $after: String) {
  statutes(first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node { id name citation summary } }
  }
}`);

/** /statutes */
export const statutes: SitePage = {
  path: '/statutes',
  canonicalParameters: ['after'],
  async answer({ given, ask }) {
    const after = afterIn(given);
    const asked = await ask(STATUTES, { first: PAGE, after });
    const { totalCount = 0, edges = [], pageInfo } = asked.data.statutes ?? {};
    const next = pageInfo && nextOf('/statutes', pageInfo);
    return {
      title: 'Statutes',
      description: `${countOf(totalCount, 'statute')} behind health-IT rules: acts of Congress and sections of the United States Code.`,
      looks: 'wide',
      area: 'law',
      asked,
      next: next?.href,
      main: (
        <>
          <p class="count">{countOf(totalCount, 'statute')}</p>
          <Entries
            entries={edges.map(({ node: { id, name, citation, summary } }) => ({
              name: <a href={addressOf(id)}>{name}</a>,
              note: citation === name ? null : citation,
              about: summary,
            }))}
          />
          <Pager previous={firstOf('/statutes', after)} next={next} />
        </>
      ),
    };
  },
};
