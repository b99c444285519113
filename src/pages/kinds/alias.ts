/** The address of an alias redirects to the entity that it stands for. If it may stand for several, the page lists them. */
import { document } from '../../../schema/document.ts';
import { KIND } from '../../model/kinds.ts';
import { addressOf, nameOf } from '../address.ts';
import { html } from '../html.ts';
import { otherName } from '../json-ld.ts';
import type { PageKind } from '../page.ts';
import { NEIGHBORHOOD, PICTURE, picture } from '../picture.ts';
import { cards, facts, inWords, linked, section } from '../pieces.ts';

const ALIAS = document(
  `
query AliasPage($id: ID!) {
  node(id: $id) {
    ... on Alias {
      id
      name
      aliasKind
      denotes { id label kind summary ... on Term { shortDefinition } }
    }
  }
  ${NEIGHBORHOOD}
}`,
  PICTURE,
);

/** /alias/electronic-health-record */
export const alias: PageKind = {
  kind: 'ALIAS',
  async answer({ name, ask }) {
    const asked = await ask(ALIAS, { id: `Alias:${name}` });
    const found = asked.data.node;
    if (found === null || !('id' in found)) return null;
    const { id, name: title, aliasKind, denotes } = found;
    const [one, ...others] = denotes;
    if (one && others.length === 0) return { location: addressOf(one.id), forGood: false };
    const meanings = cards(
      denotes.map((meant) => ({
        name: html`${linked(meant)} <span class="muted">${KIND[meant.kind].words.one.toLowerCase()}</span>`,
        about: ('shortDefinition' in meant && meant.shortDefinition) || meant.summary,
      })),
    );
    return {
      ...{ id, title, asked, what: KIND.ALIAS.words.one, description: `Another name for ${denotes.length} entities.` },
      jsonLd: otherName(nameOf(id), title),
      main: html`${section('denotes', 'Can refer to', meanings)}${picture(asked.data.neighborhood)}`,
      aside: html`${facts([['Kind of name', inWords(aliasKind)]])}`,
    };
  },
};
