/** The page of an organization. */
import { nameOf } from '../address.ts';
import { question } from '../ask.ts';
import { html } from '../html.ts';
import { organizationOf } from '../json-ld.ts';
import type { PageKind } from '../page.ts';
import { neighborhoodOf, PICTURE, picture, type Surrounded } from '../picture.ts';
import { aliasesApart, facts, list, outside, RELATIONS, type Related, relationSections } from '../pieces.ts';

const ORGANIZATION = question<Surrounded & { node: Organization | null }, { id: string }>(
  `
query OrganizationPage($id: ID!) {
  node(id: $id) {
    ... on Organization { id name role summary url ...Related }
  }
  ${neighborhoodOf()}
}`,
  RELATIONS,
  PICTURE,
);

interface Organization {
  id: string;
  name: string;
  role: string;
  summary: string | null;
  url: string | null;
  relations: Related;
}

/** /organization/onc */
export const organization: PageKind = {
  kind: 'ORGANIZATION',
  examples: ['onc'],
  async answer({ name, ask }) {
    const asked = await ask(ORGANIZATION, { id: `Organization:${name}` });
    const found = asked.data.node;
    if (found === null) return null;
    const { id, name: title, role, summary, url, relations } = found;
    const { aliases, others } = aliasesApart(relations);
    return {
      ...{ id, title, asked, what: 'Organization', description: summary },
      jsonLd: organizationOf({ slug: nameOf(id), name: title, summary, url, aliases }),
      main: html`${summary && html`<p class="lead">${summary}</p>`}${relationSections(others)}${picture(asked.data)}`,
      aside: html`${facts([
        ['Also known as', list(aliases)],
        ['Role', role],
        ['Official page', outside(url, 'Read it there')],
      ])}`,
    };
  },
};
