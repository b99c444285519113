/** The page of a statute. */
import { nameOf } from '../address.ts';
import { question } from '../ask.ts';
import { html } from '../html.ts';
import { legislation } from '../json-ld.ts';
import type { PageKind } from '../page.ts';
import { neighborhoodOf, PICTURE, picture, type Surrounded } from '../picture.ts';
import { aliasesApart, facts, list, outside, RELATIONS, type Related, relationSections } from '../pieces.ts';

const STATUTE = question<Surrounded & { node: Statute | null }, { id: string }>(
  `
query StatutePage($id: ID!) {
  node(id: $id) {
    ... on Statute { id name citation summary url ...Related }
  }
  ${neighborhoodOf()}
}`,
  RELATIONS,
  PICTURE,
);

interface Statute {
  id: string;
  name: string;
  citation: string;
  summary: string | null;
  url: string | null;
  relations: Related;
}

/** /statute/21st-century-cures-act */
export const statute: PageKind = {
  kind: 'STATUTE',
  examples: ['21st-century-cures-act'],
  async answer({ name, ask }) {
    const asked = await ask(STATUTE, { id: `Statute:${name}` });
    const found = asked.data.node;
    if (found === null) return null;
    const { id, name: title, citation, summary, url, relations } = found;
    const { aliases, others } = aliasesApart(relations);
    return {
      ...{ id, title, asked, what: 'Statute', description: summary },
      jsonLd: legislation({ kind: 'statute', name: nameOf(id), citation, heading: title, summary, url }),
      main: html`${summary && html`<p class="lead">${summary}</p>`}${relationSections(others)}${picture(asked.data)}`,
      aside: html`${facts([
        ['Citation', citation],
        ['Also known as', list(aliases)],
        ['Official page', outside(url, 'Read it there')],
      ])}`,
    };
  },
};
