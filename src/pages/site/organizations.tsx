/** The index of organizations. */
import { document } from '../../../schema/document.ts';
import { addressOf } from '../../view/address.ts';
import { countOf, Entries, Pager } from '../../view/entries.tsx';
import { capital } from '../../view/parts.tsx';
import type { SitePage } from '../page.ts';
import { afterIn, firstOf, nextOf, PAGE } from './lists.ts';

const ORGANIZATIONS = document(`
query Organizations($first: Int!, $after: String) {
  organizations(first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node { id name role summary } }
  }
}`);

/** /organizations */
export const organizations: SitePage = {
  path: '/organizations',
  canonicalParameters: ['after'],
  async answer({ given, ask }) {
    const after = afterIn(given);
    const asked = await ask(ORGANIZATIONS, { first: PAGE, after });
    const { totalCount = 0, edges = [], pageInfo } = asked.data.organizations ?? {};
    const next = pageInfo && nextOf('/organizations', pageInfo);
    return {
      title: 'Organizations',
      description: `${countOf(totalCount, 'health-IT organization')}: agencies, standards bodies, and networks.`,
      looks: 'wide',
      asked,
      next: next?.href,
      main: (
        <>
          <p class="count">{countOf(totalCount, 'organization')}</p>
          <Entries
            entries={edges.map(({ node: { id, name, role, summary } }) => ({
              name: <a href={addressOf(id)}>{name}</a>,
              note: capital(role),
              about: summary,
            }))}
          />
          <Pager previous={firstOf('/organizations', after)} next={next} />
        </>
      ),
    };
  },
};
